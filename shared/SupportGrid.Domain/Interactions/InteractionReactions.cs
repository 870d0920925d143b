using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <summary>What follows from an interaction's events.</summary>
/// <remarks>
/// Agents are told before the dispatcher, so that the line is not matched against hands that are still full, and of a
/// hard time before they are told that it is over. An append announces the interaction as waiting once: from the event
/// that comes last in it. Only how the customer fares while waiting may be announced by each event that changes it.
/// </remarks>
public static class InteractionReactions
{
    /// <param name="version">Version of the stream after the event.</param>
    public static IReadOnlyList<Reaction> React(
        Interaction before, InteractionEvent @event, Interaction after, long version) =>
        after is Existing s
            ? [.. HardSpells.Told(before, @event), .. Follow(before, @event, s, s.Facts, version)]
            : [];

    private static IEnumerable<Reaction> Follow(
        Interaction before, InteractionEvent @event, Existing after, InteractionFacts facts, long version) =>
        @event switch
        {
            InteractionQueued e => Queued(before, e, facts, version),
            InteractionPrioritised or ChannelSwitched when after is Queued => [Waiting(facts, version)],
            OfferIssued e => [new TellAgent(e.Agent, new TakeOffer(InHand(e, facts), e.At))],
            OfferRejected e => [PutDown(e.Agent, e.Offer, "rejected", e.At), Waiting(facts, version)],
            OfferExpired e => [PutDown(e.Agent, e.Offer, "expired", e.At), Waiting(facts, version)],
            OfferRescinded e => [PutDown(e.Agent, e.Offer, "rescinded", e.At), Waiting(facts, version)],
            OfferCancelled e => [PutDown(e.Agent, e.Offer, "cancelled", e.At)],
            AgentConnected e =>
            [
                new TellAgent(e.Agent, new StartWork(Work(e, facts), e.At)),
                new TellItemGone(facts.Policy.RoutingGroup, facts.Interaction, version),
                new TellCustomer(facts.Customer, new NoteService(facts.Interaction, e.Agent, e.At)),
            ],
            AgentReleased e => [new TellAgent(e.Agent, new FinishWork(e.Offer, e.Reason, e.At))],
            WrapUpStarted e => [new TellAgent(e.Agent, new MoveWorkToWrapUp(e.Offer, e.At))],
            InteractionAbandoned => [new TellItemGone(facts.Policy.RoutingGroup, facts.Interaction, version)],
            TrajectoryMoved e =>
                [Experienced(facts, version, isOver: false, e.At), .. Fares(before, after, version)],
            CueShown or CueEnded { Reason: not CueEnd.Closed } => Fares(before, after, version),
            InteractionClosed e => Closed(e, facts, version),
            CueAnswered e =>
            [
                new TellCueLedger(new CountCueAnswer(e.Kind, e.Answer, facts.Interaction, e.Cue, 0, 0, e.At)),
                .. Fares(before, after, version),
            ],
            _ => [],
        };

    private static IEnumerable<Reaction> Queued(
        Interaction before, InteractionQueued e, InteractionFacts facts, long version)
    {
        if (e.Because is QueuedBecause.Opened or QueuedBecause.Reopened)
        {
            yield return new TellCustomer(facts.Customer, new BeginContact(
                facts.Customer,
                facts.CustomerName,
                facts.Interaction,
                facts.Reopenings,
                e.Queue,
                facts.Channel,
                facts.Subject,
                e.At));
        }

        if (before is Existing { Facts.Policy: { Version: > 0, RoutingGroup: var left } }
            && left != e.Policy.RoutingGroup)
        {
            yield return new TellItemGone(left, facts.Interaction, version);
        }

        yield return Waiting(facts, version);
    }

    /// <summary>Whoever waits has another place in the line when their distress has changed.</summary>
    private static IEnumerable<Reaction> Fares(Interaction before, Existing after, long version) =>
        after is Queued && before is Existing b && DistressOf(b.Facts) != DistressOf(after.Facts)
            ? [Waiting(after.Facts, version)]
            : [];

    /// <summary>Null as well where the policy that it was queued under has no use for it.</summary>
    private static CustomerDistress? DistressOf(InteractionFacts facts) =>
        facts.Policy.Empathy?.Routing is { UsesDistress: true } ? CustomerDistress.Of(facts.Empathy) : null;

    private static IEnumerable<Reaction> Closed(InteractionClosed e, InteractionFacts facts, long version)
    {
        if (e is { Agent: { } agent, Offer: { } offer })
        {
            yield return new TellAgent(agent, new FinishWork(offer, "closed", e.At));
        }

        yield return new TellCustomer(facts.Customer, new ConcludeContact(
            facts.Interaction, facts.Reopenings, e.WrapUpCode ?? Outcome(e.Reason), e.At));
        if (facts.Empathy.CustomerTurns > 0)
        {
            yield return Experienced(facts, version, isOver: true, e.At);
        }
    }

    private static TellCustomer Experienced(InteractionFacts facts, long version, bool isOver, DateTimeOffset at) =>
        new(facts.Customer, new NoteExperience(
            new Experience(
                facts.Interaction, version, facts.Empathy.Trajectory, facts.Empathy.Effort,
                    facts.Empathy.Facts, isOver, at),
            at));

    private static string Outcome(CloseReason reason) => reason switch
    {
        CloseReason.Abandoned => "abandoned",
        CloseReason.ShortAbandoned => "short_abandoned",
        _ => "served",
    };

    private static TellAgent PutDown(string agent, string offer, string because, DateTimeOffset at) =>
        new(agent, new PutDownOffer(offer, because, at));

    private static OfferInHand InHand(OfferIssued e, InteractionFacts facts) =>
        new(e.Offer, facts.Interaction, e.Fence, facts.Channel, facts.Queue, e.Until);

    private static WorkItem Work(AgentConnected e, InteractionFacts facts) =>
        new(facts.Interaction, e.Offer, e.Fence, facts.Channel, facts.Queue, WorkStage.Interacting, e.At);

    private static TellItemWaiting Waiting(InteractionFacts facts, long version) =>
        new(facts.Policy.RoutingGroup, ToWaitingItem(facts, version));

    /// <summary>The interaction as the matcher sees it; also used to rebuild the line from the log.</summary>
    public static WaitingItem ToWaitingItem(InteractionFacts facts, long version) => new(
        facts.Interaction,
        version,
        facts.Queue,
        facts.Channel,
        facts.Place,
        facts.Priority,
        facts.Skills,
        facts.PreferLastAgentUntil is null ? null : facts.LastAgent,
        facts.PreferLastAgentUntil,
        facts.Direct?.Agent,
        facts.Direct?.Until,
        facts.NotAgents,
        DistressOf(facts));
}
