namespace SupportGrid.Domain.Queues;

/// <summary>Additive counts of an interval, by enqueue time. T and the short-abandon limit are those of the policy.</summary>
/// <param name="Offered">O: took a place in the line.</param>
/// <param name="Answered">A: connected to an agent.</param>
/// <param name="Abandoned">B: left the line before an agent was there.</param>
/// <param name="ShortAbandoned">b: of these, before the short-abandon limit.</param>
/// <param name="FlowedOut">F: moved to another line or served elsewhere while waiting.</param>
/// <param name="AnsweredWithin">A_T: answered after a wait of at most T.</param>
/// <param name="AbandonedWithin">B_T: abandoned after a wait of at most T.</param>
/// <param name="CallbackWithin">C_T: asked for a callback after a wait of at most T.</param>
[GenerateSerializer, Immutable, Alias("sg.ServiceCounts")]
public sealed record ServiceCounts(
    long Offered,
    long Answered,
    long Abandoned,
    long ShortAbandoned,
    long FlowedOut,
    long AnsweredWithin,
    long AbandonedWithin,
    long CallbackWithin)
{
    public static ServiceCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Counts add up over intervals and queues; ratios do not.</summary>
    public static ServiceCounts operator +(ServiceCounts left, ServiceCounts right) => new(
        left.Offered + right.Offered,
        left.Answered + right.Answered,
        left.Abandoned + right.Abandoned,
        left.ShortAbandoned + right.ShortAbandoned,
        left.FlowedOut + right.FlowedOut,
        left.AnsweredWithin + right.AnsweredWithin,
        left.AbandonedWithin + right.AbandonedWithin,
        left.CallbackWithin + right.CallbackWithin);
}
