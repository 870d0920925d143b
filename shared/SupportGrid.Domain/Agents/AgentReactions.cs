using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

/// <summary>What follows from the events of an agent's session.</summary>
/// <remarks>
/// The dispatcher hears of the agent before the interaction hears that it has to look for another one. An append
/// announces the availability once: from the event that comes last in it.
/// </remarks>
public static class AgentReactions
{
    /// <param name="version">Version of the stream after the event.</param>
    public static IReadOnlyList<Reaction> React(
        AgentSession before, AgentEvent @event, AgentSession after, long version) =>
        [.. Follow(before, @event, after, version)];

    private static IEnumerable<Reaction> Follow(
        AgentSession before, AgentEvent @event, AgentSession after, long version) => @event switch
        {
            ProfileAdopted e => [.. Left(before, e, version), .. Availability(after, version)],
            ProfileRetired when before is SignedOff s =>
                [Tell(AgentRouting.Gone(s.Profile, version, "retired"))],
            AgentSignedIn or AgentSignedOut or PresenceChanged or NextPresenceChosen or AgentNotResponding
                or OfferTaken or WorkStarted => Availability(after, version),
            EmotionalLoadNoted or EmotionalLoadOptedOut or EmotionalLoadOptedIn when after is SignedOn =>
                Availability(after, version),
            DeskConnected or DeskDisconnected when AgentRouting.WhyNot(before) != AgentRouting.WhyNot(after) =>
                Availability(after, version),
            OfferDeclined e =>
                [.. Availability(after, version), Rescind(e.Interaction, e.Offer, e.Because, e.At)],
            OfferPutDown { Because: AgentReasons.AgentLost } e =>
                [Rescind(e.Interaction, e.Offer, Leaving(before), e.At)],
            WorkDeclined e =>
                [.. Availability(after, version), Lose(e.Interaction, e.Offer, e.Because, e.At)],
            WorkFinished { Because: AgentReasons.AgentLost } e =>
                [Lose(e.Interaction, e.Offer, Leaving(before), e.At)],
            OfferPutDown or WorkFinished when !AnotherFollows(@event, after) => Availability(after, version),
            _ => [],
        };

    /// <summary>Not-responding, or a presence that was chosen ahead, comes in the same append and announces.</summary>
    private static bool AnotherFollows(AgentEvent @event, AgentSession after) =>
        @event is OfferPutDown { Because: AgentReasons.Expired } || after is SignedOn { Next: not null, IsFree: true };

    private static string Leaving(AgentSession before) =>
        before is SignedOn { Connection.State: ConnectionState.Lost } ? "connection_lost" : "agent_signed_out";

    private static TellInteraction Rescind(string interaction, string offer, string reason, DateTimeOffset at) =>
        new(interaction, new RescindOffer(offer, reason, at));

    private static TellInteraction Lose(string interaction, string offer, string reason, DateTimeOffset at) =>
        new(interaction, new LoseAgent(offer, reason, at));

    private static IEnumerable<Reaction> Left(AgentSession before, ProfileAdopted e, long version) =>
        ProfileOf(before) is { } profile && profile.RoutingGroup != e.Profile.RoutingGroup
            ? [Tell(AgentRouting.Gone(profile, version, "moved"))]
            : [];

    private static AgentProfile? ProfileOf(AgentSession session) => session switch
    {
        SignedOn s => s.Profile,
        SignedOff s => s.Profile,
        _ => null,
    };

    private static IEnumerable<Reaction> Availability(AgentSession session, long version) =>
        AgentRouting.ToAvailability(session, version) is { } availability ? [Tell(availability)] : [];

    private static TellAgentAvailability Tell(Routing.AgentAvailability availability) =>
        new(availability.Profile.RoutingGroup, availability);
}
