using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

public sealed partial class InteractionDecider
{
    /// <summary>The code of a wrap-up that ran out of time.</summary>
    private const string TimeoutCode = "timeout";

    private static Decision<InteractionEvent> Leave(Existing state, LeaveInteraction c) => state switch
    {
        Queued s => Decision.Of(Abandon(s.Facts, c.At)),
        Offered s => Decision.Of(
            Abandon(s.Facts, c.At).Prepend(new OfferCancelled(s.Offer, s.Agent, "customer_left", c.At))),
        InTalk s => EndTalk(s, Party.Customer, c.At),
        Wrapping or Closed => [],
        _ => throw NoAnswer(state, c),
    };

    private static IEnumerable<InteractionEvent> Abandon(InteractionFacts facts, DateTimeOffset at)
    {
        var waited = Elapsed(facts.Place, at);
        var isShort = waited < facts.Policy.ShortAbandonAfter;
        foreach (var @event in EmpathyRules.Close(facts.Empathy, agent: null, at))
        {
            yield return @event;
        }

        yield return new InteractionAbandoned(waited, isShort, at);
        yield return new InteractionClosed(
            isShort ? CloseReason.ShortAbandoned : CloseReason.Abandoned, null, null, null, at);
    }

    private static Decision<InteractionEvent> End(Existing state, EndContact c) => state switch
    {
        InTalk s when s.Agent == c.Agent => EndTalk(s, Party.Agent, c.At),
        Wrapping s when s.Agent == c.Agent => [],
        InTalk or Wrapping or Queued or Offered => InteractionRefusals.NotYourInteraction,
        Closed s when WasServedBy(s, c.Agent) => [],
        Closed => InteractionRefusals.InteractionEnded,
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> EndTalk(InTalk s, Party by, DateTimeOffset at)
    {
        var ended = new ContactEnded(s.Offer, s.Agent, by, Elapsed(s.Since, at), at);
        var wrapUp = s.Facts.Policy.WrapUp;
        InteractionEvent next = wrapUp.Mode switch
        {
            WrapUpMode.None => new InteractionClosed(CloseReason.Served, null, s.Offer, s.Agent, at),
            WrapUpMode.Timed => new WrapUpStarted(s.Offer, s.Agent, at + wrapUp.Limit, at),
            _ => new WrapUpStarted(s.Offer, s.Agent, null, at),
        };
        return Decision.Of(EmpathyRules.Close(s.Facts.Empathy, s.Agent, at).Append(ended).Append(next));
    }

    private static Decision<InteractionEvent> Complete(Existing state, CompleteWrapUp c) => state switch
    {
        Wrapping or InTalk when AgentOf(state) != c.Agent => InteractionRefusals.NotYourInteraction,
        Wrapping when c.Note.Length > InteractionLimits.NoteLengthMax => InteractionRefusals.NoteTooLong,
        Wrapping s when CodeProblem(s.Facts.Policy.WrapUp, c.Code) is { } problem => problem,
        Wrapping s => Wrapped(s, c.Code, c.Note, timedOut: false, c.At),
        Queued or Offered or InTalk => InteractionRefusals.WrapUpNotStarted,
        Closed s when WasServedBy(s, c.Agent) && s.WrapUpCode == c.Code => [],
        Closed => InteractionRefusals.AlreadyClosed,
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> ExpireWrap(Existing state, ExpireWrapUp c) => state switch
    {
        Wrapping { Until: { } until } s when c.At >= until => Wrapped(s, TimeoutCode, "", timedOut: true, c.At),
        _ => [],
    };

    private static Decision<InteractionEvent> Wrapped(
        Wrapping s, string? code, string note, bool timedOut, DateTimeOffset at) =>
    [
        new WrapUpCompleted(s.Offer, s.Agent, code, note, timedOut, at),
        new InteractionClosed(CloseReason.Served, code, s.Offer, s.Agent, at),
    ];

    private static Refusal? CodeProblem(WrapUpPolicy policy, string? code) => code switch
    {
        null when policy.Mode == WrapUpMode.Forced => InteractionRefusals.WrapUpCodeRequired,
        null => null,
        { Length: 0 or > InteractionLimits.WrapUpCodeLengthMax } => InteractionRefusals.WrapUpCodeUnknown,
        _ when !policy.Codes.IsEmpty && !policy.Codes.Contains(code) => InteractionRefusals.WrapUpCodeUnknown,
        _ => null,
    };

    private static bool WasServedBy(Closed s, string agent) =>
        s.Reason == CloseReason.Served && s.Facts.LastAgent == agent;

    private static string? AgentOf(Interaction state) => state switch
    {
        InTalk s => s.Agent,
        Wrapping s => s.Agent,
        _ => null,
    };
}
