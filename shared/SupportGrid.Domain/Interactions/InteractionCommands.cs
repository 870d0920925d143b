using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Interactions;

/// <summary>What may be asked of an interaction. <c>At</c> is the instant at which it is decided.</summary>
[GenerateSerializer, Immutable, Alias("sg.InteractionCommand")]
public abstract record InteractionCommand(DateTimeOffset At);

/// <param name="Policy">The queue's policy in force.</param>
/// <param name="LastAgent">From the customer's history, or null.</param>
/// <param name="FirstMessage">Said on opening, or null.</param>
/// <param name="Before">From the customer's history, or null.</param>
/// <param name="FirstReading">What the actor read in the first message; null where the queue has no cues.</param>
/// <param name="Silenced">As in <see cref="SayMessage"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.OpenInteraction")]
public sealed record OpenInteraction(
    string Interaction,
    string Customer,
    string CustomerName,
    Channel Channel,
    string Subject,
    string? FirstMessage,
    string FirstMessageId,
    ImmutableArray<SkillRequirement> ExtraSkills,
    double ExtraPriority,
    QueuePolicy Policy,
    bool QueueIsOpen,
    LastService? LastAgent,
    DateTimeOffset At,
    ContactsBefore? Before = null,
    TurnReading? FirstReading = null,
    ImmutableArray<CueKind>? Silenced = null) : InteractionCommand(At);

/// <summary>Who served the customer last, and when.</summary>
[GenerateSerializer, Immutable, Alias("sg.LastService")]
public sealed record LastService(string Agent, DateTimeOffset At);

/// <param name="From">Customers and agents speak for themselves; supervisors may step in.</param>
/// <param name="Reading">Put there by the actor, whatever was sent; null where the queue has no cues.</param>
/// <param name="Silenced">Kinds that the tenant's record of cues has silenced; put there by the actor as well.</param>
[GenerateSerializer, Immutable, Alias("sg.SayMessage")]
public sealed record SayMessage(
    Party From,
    string Author,
    string MessageId,
    string Text,
    DateTimeOffset At,
    TurnReading? Reading = null,
    ImmutableArray<CueKind>? Silenced = null) : InteractionCommand(At);

/// <summary>The agent who has the interaction judges a cue, also one that has ended.</summary>
/// <param name="Label">What is right instead, one of <see cref="EmotionLabels"/>; only with a dispute; or null.</param>
[GenerateSerializer, Immutable, Alias("sg.AnswerCue")]
public sealed record AnswerCue(string Cue, CueAnswer Answer, string Agent, string? Label, DateTimeOffset At)
    : InteractionCommand(At);

/// <summary>
/// From the platform only: a model outside of it has read a customer's turn. Refused when the turn's reading cannot be
/// revised (any more): another queue, another contact, too late, or revised before.
/// </summary>
/// <param name="Silenced">As in <see cref="SayMessage"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.ReviseReading")]
public sealed record ReviseReading(
    string MessageId,
    RevisedReading Reading,
    ReadingPrice Price,
    DateTimeOffset At,
    ImmutableArray<CueKind>? Silenced = null) : InteractionCommand(At);

/// <summary>From the dispatcher only. Refused when the item is no longer as the decision saw it.</summary>
[GenerateSerializer, Immutable, Alias("sg.IssueOffer")]
public sealed record IssueOffer(string Offer, string Agent, string Decision, DateTimeOffset At)
    : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.AcceptOffer")]
public sealed record AcceptOffer(string Offer, string Agent, DateTimeOffset At) : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.RejectOffer")]
public sealed record RejectOffer(string Offer, string Agent, string Reason, DateTimeOffset At) : InteractionCommand(At);

/// <summary>From the interaction's own timer; does nothing before the offer's end.</summary>
[GenerateSerializer, Immutable, Alias("sg.ExpireOffer")]
public sealed record ExpireOffer(string Offer, DateTimeOffset At) : InteractionCommand(At);

/// <summary>The agent's side cannot hold the offer (capacity, signed out, connection lost).</summary>
[GenerateSerializer, Immutable, Alias("sg.RescindOffer")]
public sealed record RescindOffer(string Offer, string Reason, DateTimeOffset At) : InteractionCommand(At);

/// <summary>The agent of this offer is gone for good: the interaction goes back to its place in the line.</summary>
[GenerateSerializer, Immutable, Alias("sg.LoseAgent")]
public sealed record LoseAgent(string Offer, string Reason, DateTimeOffset At) : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.HoldInteraction")]
public sealed record HoldInteraction(string Agent, DateTimeOffset At) : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.RetrieveInteraction")]
public sealed record RetrieveInteraction(string Agent, DateTimeOffset At) : InteractionCommand(At);

/// <summary>Cold transfer by the agent who has it, or a move by a supervisor (then <c>Agent</c> is null).</summary>
/// <param name="ToAgent">Null: anybody of the queue.</param>
/// <param name="DirectFor">How long only <c>ToAgent</c> is asked.</param>
[GenerateSerializer, Immutable, Alias("sg.TransferInteraction")]
public sealed record TransferInteraction(
    string? Agent,
    string By,
    QueuePolicy ToQueue,
    bool QueueIsOpen,
    string? ToAgent,
    TimeSpan DirectFor,
    string Note,
    DateTimeOffset At)
    : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.PrioritiseInteraction")]
public sealed record PrioritiseInteraction(double Priority, string By, string Reason, DateTimeOffset At)
    : InteractionCommand(At);

[GenerateSerializer, Immutable, Alias("sg.SwitchChannel")]
public sealed record SwitchChannel(Channel To, TimeSpan DirectFor, DateTimeOffset At) : InteractionCommand(At);

/// <summary>The customer goes.</summary>
[GenerateSerializer, Immutable, Alias("sg.LeaveInteraction")]
public sealed record LeaveInteraction(DateTimeOffset At) : InteractionCommand(At);

/// <summary>The agent ends the contact.</summary>
[GenerateSerializer, Immutable, Alias("sg.EndContact")]
public sealed record EndContact(string Agent, DateTimeOffset At) : InteractionCommand(At);

/// <param name="Code">Null only where the mode allows it.</param>
[GenerateSerializer, Immutable, Alias("sg.CompleteWrapUp")]
public sealed record CompleteWrapUp(string Agent, string? Code, string Note, DateTimeOffset At)
    : InteractionCommand(At);

/// <summary>From the interaction's own timer; does nothing before the limit.</summary>
[GenerateSerializer, Immutable, Alias("sg.ExpireWrapUp")]
public sealed record ExpireWrapUp(DateTimeOffset At) : InteractionCommand(At);

/// <summary>The customer says how the contact was, once it is over.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
/// <param name="Comment">May be empty.</param>
[GenerateSerializer, Immutable, Alias("sg.RateInteraction")]
public sealed record RateInteraction(int Score, string Comment, DateTimeOffset At) : InteractionCommand(At);

/// <param name="By">The customer, or a supervisor.</param>
/// <param name="Policy">The queue's policy in force.</param>
[GenerateSerializer, Immutable, Alias("sg.ReopenInteraction")]
public sealed record ReopenInteraction(Party By, string Author, QueuePolicy Policy, bool QueueIsOpen, DateTimeOffset At)
    : InteractionCommand(At);
