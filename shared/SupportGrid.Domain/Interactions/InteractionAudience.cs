using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <summary>Whose desktop an event of an interaction concerns.</summary>
public static class InteractionAudience
{
    /// <returns>"agent/{id}", or null when no agent is concerned.</returns>
    /// <remarks>
    /// The agent whom the event names; else the agent who has the interaction (or is asked) after it; else the one who
    /// had it before. What is said, and what was read in it, is for the agent who has it, never for one who is only
    /// asked.
    /// </remarks>
    public static string? Audience(Interaction before, InteractionEvent @event, Interaction after) =>
        (Named(@event) ?? Fallback(before, @event, after)) is { } agent ? $"agent/{agent}" : null;

    private static string? Fallback(Interaction before, InteractionEvent @event, Interaction after) => @event switch
    {
        MessageSaid => null,
        TrajectoryMoved or CueShown or CueEnded or OpportunityScored or NeedClassified or ReadingRevised =>
            after is Offered ? null : Holder(after) ?? HolderInTalk(before),
        _ => Holder(after) ?? Holder(before),
    };

    private static string? HolderInTalk(Interaction state) => state is Offered ? null : Holder(state);

    private static string? Named(InteractionEvent @event) => @event switch
    {
        OfferIssued e => e.Agent,
        OfferRejected e => e.Agent,
        OfferExpired e => e.Agent,
        OfferCancelled e => e.Agent,
        OfferRescinded e => e.Agent,
        AgentConnected e => e.Agent,
        AgentReleased e => e.Agent,
        MessageSaid e => e.Agent,
        CueAnswered e => e.Agent,
        InteractionHeld e => e.Agent,
        InteractionRetrieved e => e.Agent,
        InteractionTransferred e => e.FromAgent,
        ContactEnded e => e.Agent,
        WrapUpStarted e => e.Agent,
        WrapUpCompleted e => e.Agent,
        InteractionClosed e => e.Agent,
        _ => null,
    };

    private static string? Holder(Interaction state) => state switch
    {
        Offered s => s.Agent,
        InTalk s => s.Agent,
        Wrapping s => s.Agent,
        _ => null,
    };
}
