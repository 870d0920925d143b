namespace SupportGrid.Domain.Queues;

/// <summary>
/// Additive counts of an interval, by enqueue time. T and the short-abandon limit are those of the policy.
/// </summary>
/// <param name="Offered">O: took a place in the line.</param>
/// <param name="Answered">A: connected to an agent.</param>
/// <param name="Abandoned">B: left the line before an agent was there.</param>
/// <param name="ShortAbandoned">b: of these, before the short-abandon limit.</param>
/// <param name="FlowedOut">F: moved to another line or served elsewhere while waiting, without callbacks.</param>
/// <param name="AnsweredWithin">A_T: answered after a wait of at most T.</param>
/// <param name="AbandonedWithin">B_T: abandoned after a wait of at most T.</param>
/// <param name="CallbackWithin">
/// C_T: asked for a callback after a wait of at most T. As Amazon Connect defines it, a contact is removed from the
/// queue when an agent answers it, when the customer abandons it, or when the customer asks for a callback; its service
/// level is the share of those queued that were removed within T, whichever way. Who asks keeps the place in the line,
/// and is not counted as answered or abandoned afterwards: nobody is removed twice.
/// </param>
/// <param name="Callbacks">C: asked for a callback while waiting, however late.</param>
[GenerateSerializer, Immutable, Alias("sg.ServiceCounts")]
public sealed record ServiceCounts(
    long Offered,
    long Answered,
    long Abandoned,
    long ShortAbandoned,
    long FlowedOut,
    long AnsweredWithin,
    long AbandonedWithin,
    long CallbackWithin,
    long Callbacks = 0)
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
        left.CallbackWithin + right.CallbackWithin,
        left.Callbacks + right.Callbacks);
}
