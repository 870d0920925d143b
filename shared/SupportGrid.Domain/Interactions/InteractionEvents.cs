using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Interactions;

/// <summary>What happened to an interaction. A change of this file is a change of what is stored for ever.</summary>
public abstract record InteractionEvent(DateTimeOffset At);

/// <summary>An <see cref="InteractionQueued"/> follows in the same append.</summary>
/// <param name="ExtraSkills">Asked for beyond what the queue asks for.</param>
/// <param name="ExtraPriority">Points beyond the queue's base priority.</param>
/// <param name="Before">Contacts about the same issue before this one; null in logs of early versions.</param>
public sealed record InteractionOpened(
    string Interaction,
    string Customer,
    string CustomerName,
    Channel Channel,
    string Subject,
    ImmutableArray<SkillRequirement> ExtraSkills,
    double ExtraPriority,
    DateTimeOffset At,
    ContactsBefore? Before = null) : InteractionEvent(At);

/// <summary>
/// It took a place in a line: on opening, transfer, reopening, channel switch, or because its agent was lost.
/// </summary>
/// <param name="Place">Kept from before where the customer does not lose the place.</param>
public sealed record InteractionQueued(
    string Queue,
    QueuedBecause Because,
    DateTimeOffset Place,
    double Priority,
    ImmutableArray<SkillRequirement> Skills,
    string? LastAgent,
    DateTimeOffset? PreferLastAgentUntil,
    DirectTarget? Direct,
    PolicySnapshot Policy,
    DateTimeOffset At) : InteractionEvent(At);

public sealed record InteractionPrioritised(double Priority, string By, string Reason, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>One agent was asked. Carries the whole decision record.</summary>
/// <param name="Decision">
/// Canonical JSON of the routing decision (see RoutingDecision); replays to the same bytes.
/// </param>
public sealed record OfferIssued(
    string Offer, string Agent, long Fence, DateTimeOffset Until, string Decision, DateTimeOffset At)
    : InteractionEvent(At);

public sealed record OfferRejected(string Offer, string Agent, string Reason, DateTimeOffset At) : InteractionEvent(At);

/// <summary>Nobody answered in time; the agent becomes not-responding.</summary>
public sealed record OfferExpired(string Offer, string Agent, DateTimeOffset At) : InteractionEvent(At);

/// <summary>
/// The interaction left: the customer, or a supervisor who moved it. What it left for follows in the same append.
/// </summary>
/// <param name="Reason">"customer_left", "reassigned", "channel_switched".</param>
public sealed record OfferCancelled(string Offer, string Agent, string Reason, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>
/// The offer was taken back: agent signed out, connection lost, agent could not take it. It waits again at its place.
/// </summary>
public sealed record OfferRescinded(string Offer, string Agent, string Reason, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>The offer was accepted: this agent has the interaction.</summary>
/// <param name="Waited">From the place in the line until now.</param>
public sealed record AgentConnected(string Offer, string Agent, long Fence, TimeSpan Waited, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>
/// The agent no longer has the interaction, which goes on: transfer, channel switch, lost agent. An
/// <see cref="InteractionQueued"/> follows in the same append.
/// </summary>
/// <param name="Reason">"transferred", "reassigned", "channel_switched", or why the agent was lost.</param>
public sealed record AgentReleased(string Offer, string Agent, string Reason, DateTimeOffset At) : InteractionEvent(At);

/// <param name="Reading">
/// What was read in it; null where the queue's policy has no cues, and in logs of early versions. Never for the
/// customer.
/// </param>
public sealed record MessageSaid(
    int Sequence,
    string MessageId,
    Party From,
    string Author,
    string Text,
    Channel Channel,
    string? Agent,
    DateTimeOffset At,
    TurnReading? Reading = null) : InteractionEvent(At);

public sealed record InteractionHeld(string Agent, DateTimeOffset At) : InteractionEvent(At);

public sealed record InteractionRetrieved(string Agent, TimeSpan HeldFor, DateTimeOffset At) : InteractionEvent(At);

/// <summary>A cold transfer; an <see cref="InteractionQueued"/> follows in the same append.</summary>
/// <param name="FromAgent">Null when a supervisor moved a waiting interaction.</param>
public sealed record InteractionTransferred(
    string? FromAgent, string FromQueue, string ToQueue, string? ToAgent, string Note, string By, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>
/// Same thread, other channel. While an agent has it, the release of the agent follows in the same append.
/// </summary>
public sealed record ChannelSwitched(Channel From, Channel To, DateTimeOffset At) : InteractionEvent(At);

/// <summary>The talk is over; wrap-up or closing follows in the same append.</summary>
/// <param name="Talked">From the connection until now, holds included.</param>
public sealed record ContactEnded(string Offer, string Agent, Party By, TimeSpan Talked, DateTimeOffset At)
    : InteractionEvent(At);

public sealed record WrapUpStarted(string Offer, string Agent, DateTimeOffset? Until, DateTimeOffset At)
    : InteractionEvent(At);

/// <param name="Code">
/// What the agent chose, "timeout" when the time ran out, "agent_lost" when the agent was lost.
/// </param>
/// <param name="TimedOut">
/// The time ran out. Logs of early versions have it for a lost agent as well: the code tells the two apart.
/// </param>
public sealed record WrapUpCompleted(
    string Offer, string Agent, string? Code, string Note, bool TimedOut, DateTimeOffset At) : InteractionEvent(At);

/// <summary>The customer left before an agent was there.</summary>
/// <param name="Waited">From the place in the line until now.</param>
/// <param name="Short">Sooner than the queue's threshold.</param>
public sealed record InteractionAbandoned(TimeSpan Waited, bool Short, DateTimeOffset At) : InteractionEvent(At);

/// <param name="Agent">Whose work list it leaves, or null.</param>
public sealed record InteractionClosed(
    CloseReason Reason, string? WrapUpCode, string? Offer, string? Agent, DateTimeOffset At) : InteractionEvent(At);

/// <summary>An <see cref="InteractionQueued"/> follows in the same append.</summary>
public sealed record InteractionReopened(Party By, string Author, DateTimeOffset At) : InteractionEvent(At);

/// <summary>
/// The customer fares otherwise than before. Follows the <see cref="MessageSaid"/> or the <see cref="ReadingRevised"/>
/// that moved it.
/// </summary>
/// <param name="Because">The turns that moved it, the weightiest first; at most three.</param>
/// <param name="Level">Level of negative feeling after the turn, in permille.</param>
public sealed record TrajectoryMoved(
    Trajectory From, Trajectory To, ImmutableArray<TurnWeight> Because, int Level, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>A cue for the agent who has the interaction; if it is an alert, for supervisors too.</summary>
public sealed record CueShown(Cue Cue, DateTimeOffset At) : InteractionEvent(At);

/// <summary>A cue that nobody answered is not shown any more.</summary>
/// <param name="Kind">Of the cue, so that a reader need not look it up.</param>
public sealed record CueEnded(string Cue, CueKind Kind, CueEnd Reason, DateTimeOffset At) : InteractionEvent(At);

/// <summary>The agent judged a cue; it is not shown any more.</summary>
/// <param name="Label">What the agent says is right instead, one of <see cref="EmotionLabels"/>; or null.</param>
public sealed record CueAnswered(
    string Cue, CueKind Kind, CueAnswer Answer, string Agent, string? Label, DateTimeOffset At) : InteractionEvent(At);

/// <summary>What became of a turn of the customer that called for an acknowledgement.</summary>
/// <param name="MessageId">The customer's message.</param>
/// <param name="Agent">Who spoke to it, or past it.</param>
/// <param name="After">From the customer's message to the agent's that decided it.</param>
public sealed record OpportunityScored(
    string MessageId, OpportunityKind Kind, OpportunityOutcome Outcome, string Agent, TimeSpan After, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>What the customer needs was classified, or classified anew.</summary>
public sealed record NeedClassified(Need Need, DateTimeOffset At) : InteractionEvent(At);

/// <summary>The customer said how the contact was, after its end.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
/// <param name="Comment">In the customer's words; may be empty.</param>
/// <param name="Agent">Who talked with the customer last; null if nobody did.</param>
public sealed record InteractionRated(int Score, string Comment, string? Agent, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>
/// A model outside of the platform read a turn of the customer that had been read at once by the built-in one. What
/// follows from it comes in the same append.
/// </summary>
/// <param name="Sequence">Of the message, within the interaction.</param>
public sealed record ReadingRevised(
    string MessageId, int Sequence, RevisedReading Reading, ReadingPrice Price, DateTimeOffset At)
    : InteractionEvent(At);

/// <summary>Why an interaction took a place in a line. Names are persisted.</summary>
public enum QueuedBecause
{
    Opened = 1,
    Transferred = 2,
    Reopened = 3,
    ChannelSwitched = 4,
    AgentLost = 5,
}
