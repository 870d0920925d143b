using System.Collections.Immutable;

namespace SupportGrid.Contracts.Grains;

/// <summary>A place in a line.</summary>
/// <param name="Place">1: next.</param>
/// <param name="WaitP50">Estimated further wait, as likely shorter as longer; null: no honest basis.</param>
/// <param name="WaitP90">Nine of ten wait no longer.</param>
[GenerateSerializer, Immutable, Alias("sg.LinePlace")]
public sealed record LinePlace(string Interaction, string Queue, int Place, TimeSpan? WaitP50, TimeSpan? WaitP90, string Estimator);

/// <summary>The line of a queue.</summary>
/// <param name="WaitP50">
/// Estimate for somebody who joined now, by a channel as likely as it was of late; null: no honest basis.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.QueueLine")]
public sealed record QueueLine(
    string Queue, int Waiting, ImmutableArray<LinePlace> Places, TimeSpan? WaitP50, TimeSpan? WaitP90, string Estimator)
{
    /// <summary>False while the dispatcher takes up what is open: somebody who waits may be missing.</summary>
    [Id(0)]
    public bool IsWhole { get; init; } = true;
}
