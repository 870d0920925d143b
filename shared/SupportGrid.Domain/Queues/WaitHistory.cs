namespace SupportGrid.Domain.Queues;

/// <summary>
/// What recent contacts of a queue say of handle times and patience. Old ones fade: after <see cref="Memory"/> more of
/// the kind, one counts 1/e. Immutable, so it can be part of a fold.
/// </summary>
/// <param name="Handled">Faded number of handled contacts.</param>
/// <param name="HandleSeconds">Faded sum of their handle times: talk, hold and wrap-up.</param>
/// <param name="Left">Faded number of those who left the line.</param>
/// <param name="WaitedSeconds">Faded sum of all waits, of those who left and those who were answered.</param>
[GenerateSerializer, Immutable, Alias("sg.WaitHistory")]
public sealed record WaitHistory(double Handled, double HandleSeconds, double Left, double WaitedSeconds)
{
    /// <summary>How many contacts the memory reaches back.</summary>
    public const int Memory = 200;

    private static readonly double Keep = Math.Exp(-1.0 / Memory);

    public static WaitHistory None { get; } = new(0, 0, 0, 0);

    /// <summary>Mean handle time; null below <see cref="WaitEstimator.HandledMin"/> contacts.</summary>
    public TimeSpan? MeanHandleTime =>
        Handled < WaitEstimator.HandledMin || HandleSeconds <= 0 ? null : TimeSpan.FromSeconds(HandleSeconds / Handled);

    /// <summary>
    /// Leavers per second of waiting: the estimate that counts those who were answered before they lost patience
    /// rightly. 0 where nobody left.
    /// </summary>
    public double LeavingRate => Left <= 0 || WaitedSeconds <= 0 ? 0 : Left / WaitedSeconds;

    public WaitHistory WithHandled(TimeSpan handleTime) => this with
    {
        Handled = (Handled * Keep) + 1,
        HandleSeconds = (HandleSeconds * Keep) + Seconds(handleTime),
    };

    public WaitHistory WithAnswered(TimeSpan wait) => this with
    {
        Left = Left * Keep,
        WaitedSeconds = (WaitedSeconds * Keep) + Seconds(wait),
    };

    public WaitHistory WithLeft(TimeSpan wait) => this with
    {
        Left = (Left * Keep) + 1,
        WaitedSeconds = (WaitedSeconds * Keep) + Seconds(wait),
    };

    private static double Seconds(TimeSpan span) => Math.Max(0, span.TotalSeconds);
}
