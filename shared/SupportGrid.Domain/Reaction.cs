using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain;

/// <summary>
/// What must follow from an event, as data. Written to the outbox with the event, carried out at least once, in the
/// order of the stream; keyed by (stream, version, index), so that doing it twice changes nothing. The commands inside
/// carry the instant of the event; the rules hold as well when the receiver puts its own instant there, except where
/// the instant is what is told (<see cref="Customers.NoteService"/>).
/// </summary>
public abstract record Reaction;

/// <summary>Put the interaction in its dispatcher's line, or renew what the dispatcher knows of it.</summary>
public sealed record TellItemWaiting(string RoutingGroup, WaitingItem Item) : Reaction;

/// <summary>The interaction is not waiting any more.</summary>
public sealed record TellItemGone(string RoutingGroup, string Interaction, long Version) : Reaction;

/// <summary>The agent's availability as of this version.</summary>
public sealed record TellAgentAvailability(string RoutingGroup, AgentAvailability Availability) : Reaction;

/// <summary>A policy took effect: the dispatcher and the queue decide by it from now on.</summary>
public sealed record TellPolicy(QueuePolicy Policy) : Reaction;

public sealed record TellAgent(string Agent, AgentCommand Command) : Reaction;

public sealed record TellInteraction(string Interaction, InteractionCommand Command) : Reaction;

public sealed record TellCustomer(string Customer, CustomerCommand Command) : Reaction;

public sealed record TellQueue(string Queue, QueueCommand Command) : Reaction;

/// <summary>For the tenant's one record of cues.</summary>
public sealed record TellCueLedger(CueLedgerCommand Command) : Reaction;
