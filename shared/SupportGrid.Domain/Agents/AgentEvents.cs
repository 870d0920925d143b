using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Agents;

/// <summary>
/// What happened to an agent's session. A change of this file is a change of what is stored for ever.
/// </summary>
public abstract record AgentEvent(DateTimeOffset At);

public sealed record ProfileAdopted(AgentProfile Profile, DateTimeOffset At) : AgentEvent(At);

public sealed record ProfileRetired(string Agent, DateTimeOffset At) : AgentEvent(At);

/// <param name="GraceUntil">By when a desk stream must be open.</param>
public sealed record AgentSignedIn(Presence Presence, DateTimeOffset GraceUntil, DateTimeOffset At) : AgentEvent(At);

/// <param name="Because">"signed_out", "connection_lost", "supervisor", "profile_retired".</param>
/// <param name="By">Subject who caused it.</param>
public sealed record AgentSignedOut(string Because, string By, DateTimeOffset At) : AgentEvent(At);

/// <param name="Because">"agent", "supervisor", "chosen_ahead", "back".</param>
public sealed record PresenceChanged(Presence Presence, string Because, DateTimeOffset At) : AgentEvent(At);

/// <summary>The presence for when the work in hand is done; null takes the choice back.</summary>
public sealed record NextPresenceChosen(Presence? Next, DateTimeOffset At) : AgentEvent(At);

public sealed record DeskConnected(string ConnectionId, DateTimeOffset At) : AgentEvent(At);

/// <param name="GraceUntil">Set when it was the last open stream.</param>
public sealed record DeskDisconnected(
    string ConnectionId, string Because, DateTimeOffset? GraceUntil, DateTimeOffset At) : AgentEvent(At);

/// <summary>
/// Grace ran out. Offers and work go back to the line; <see cref="AgentSignedOut"/> follows in the same append.
/// </summary>
public sealed record HeartbeatLost(DateTimeOffset At) : AgentEvent(At);

public sealed record OfferTaken(OfferInHand Offer, DateTimeOffset At) : AgentEvent(At);

/// <summary>The session could not take the offer.</summary>
/// <param name="Because">"signed_out", "not_routable", "capacity", "expired", "already_carried".</param>
public sealed record OfferDeclined(string Offer, string Interaction, string Because, DateTimeOffset At)
    : AgentEvent(At);

/// <summary>An offer left the agent's hands without becoming work.</summary>
/// <param name="Because">
/// "rejected", "expired", "cancelled", "rescinded" on the interaction's word; "agent_lost" when the session ends with
/// it.
/// </param>
public sealed record OfferPutDown(string Offer, string Interaction, string Because, DateTimeOffset At) : AgentEvent(At);

/// <summary>The agent did not answer: no offers until a <see cref="PresenceChanged"/> that takes work.</summary>
public sealed record AgentNotResponding(string Offer, DateTimeOffset At) : AgentEvent(At);

public sealed record WorkStarted(WorkItem Item, DateTimeOffset At) : AgentEvent(At);

/// <summary>An accepted offer that the session cannot hold any more; the interaction goes back to the line.</summary>
/// <param name="Because">"signed_out", "capacity", "already_carried".</param>
public sealed record WorkDeclined(string Offer, string Interaction, string Because, DateTimeOffset At) : AgentEvent(At);

public sealed record WorkMovedToWrapUp(string Offer, string Interaction, DateTimeOffset At) : AgentEvent(At);

/// <param name="Because">
/// "closed", "transferred", "channel_switched", "reassigned" on the interaction's word; "agent_lost" when the session
/// ends with it.
/// </param>
public sealed record WorkFinished(string Offer, string Interaction, string Because, DateTimeOffset At) : AgentEvent(At);

/// <summary>A hard conversation of this agent, or what it has grown to. For the agent alone.</summary>
public sealed record EmotionalLoadNoted(HardSpell Spell, DateTimeOffset At) : AgentEvent(At);

/// <summary>The agent wants no load to be kept: what was kept is forgotten. For the agent alone.</summary>
public sealed record EmotionalLoadOptedOut(DateTimeOffset At) : AgentEvent(At);

/// <summary>The agent lets it be kept again, from now on. For the agent alone.</summary>
public sealed record EmotionalLoadOptedIn(DateTimeOffset At) : AgentEvent(At);
