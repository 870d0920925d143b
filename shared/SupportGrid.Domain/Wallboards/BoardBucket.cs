using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Wallboards;

/// <summary>Additive counts; ratios are computed when they are read.</summary>
/// <param name="AnswerWaits">Sum of the waits of the answered, zero waits included.</param>
/// <param name="Handled">Closed after service.</param>
/// <param name="HandleTimes">Sum of talk, hold and wrap-up of the handled.</param>
[GenerateSerializer, Immutable, Alias("sg.BoardBucket")]
public sealed record BoardBucket(ServiceCounts Counts, TimeSpan AnswerWaits, long Handled, TimeSpan HandleTimes)
{
    public static BoardBucket None { get; } = new(ServiceCounts.None, TimeSpan.Zero, 0, TimeSpan.Zero);

    /// <summary>ASA: mean wait of the answered; null if there is none.</summary>
    public TimeSpan? AverageSpeedOfAnswer => Counts.Answered == 0 ? null : AnswerWaits / Counts.Answered;

    /// <summary>AHT; null if nothing was handled.</summary>
    public TimeSpan? AverageHandleTime => Handled == 0 ? null : HandleTimes / Handled;

    public static BoardBucket operator +(BoardBucket left, BoardBucket right) => new(
        left.Counts + right.Counts,
        left.AnswerWaits + right.AnswerWaits,
        left.Handled + right.Handled,
        left.HandleTimes + right.HandleTimes);
}
