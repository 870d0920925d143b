using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Interactions;

/// <summary>What stays true of an interaction through its states.</summary>
/// <param name="Customer">Id of the customer actor.</param>
/// <param name="Priority">Points from the policy plus what a supervisor added.</param>
/// <param name="Skills">The queue's requirements and <paramref name="ExtraSkills"/>, the higher level of each.</param>
/// <param name="ExtraSkills">Asked for on opening; they go along through transfers.</param>
/// <param name="ExtraPriority">Points beyond the queue's base priority; they go along through transfers.</param>
/// <param name="Place">When it took its place in the current queue's line.</param>
/// <param name="Fence">Number of the last offer; grows with every offer, never falls.</param>
/// <param name="LastOffer">Id of the last offer, or null; it is never issued again.</param>
/// <param name="LastAgent">The agent who last spoke with the customer here, or who served the customer before.</param>
/// <param name="Direct">A transfer to one agent, or null.</param>
/// <param name="NotAgents">Agents who rejected or missed an offer since it took its place.</param>
/// <param name="Transcript">All messages, in order; sequence numbers start at 1.</param>
/// <param name="Empathy">Never for the customer.</param>
/// <param name="TranscriptLength">UTF-16 characters of all messages together.</param>
/// <param name="Rating">Of the last contact; null until it was given, and again when the next contact begins.</param>
[GenerateSerializer, Immutable, Alias("sg.InteractionFacts")]
public sealed record InteractionFacts(
    string Interaction,
    string Customer,
    string CustomerName,
    Channel Channel,
    string Queue,
    string Subject,
    double Priority,
    ImmutableArray<SkillRequirement> Skills,
    ImmutableArray<SkillRequirement> ExtraSkills,
    double ExtraPriority,
    DateTimeOffset OpenedAt,
    DateTimeOffset Place,
    long Fence,
    string? LastOffer,
    string? LastAgent,
    DateTimeOffset? PreferLastAgentUntil,
    DirectTarget? Direct,
    ImmutableArray<string> NotAgents,
    ImmutableList<Message> Transcript,
    int Transfers,
    int Reopenings,
    PolicySnapshot Policy,
    EmpathyState Empathy,
    int TranscriptLength = 0,
    ContactRating? Rating = null);

/// <summary>What the customer said of a contact after its end.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
[GenerateSerializer, Immutable, Alias("sg.ContactRating")]
public sealed record ContactRating(int Score, string Comment, DateTimeOffset At);

/// <summary>A wish for one agent that falls back to everybody.</summary>
[GenerateSerializer, Immutable, Alias("sg.DirectTarget")]
public sealed record DirectTarget(string Agent, DateTimeOffset Until);

/// <summary>
/// The parts of the queue's policy that the interaction itself decides by, as they were when it was queued.
/// </summary>
/// <param name="Empathy">Null in logs of before there were cues: the default.</param>
[GenerateSerializer, Immutable, Alias("sg.PolicySnapshot")]
public sealed record PolicySnapshot(
    int Version,
    string RoutingGroup,
    Queues.WrapUpPolicy WrapUp,
    TimeSpan OfferTimeout,
    TimeSpan PreferLastAgentFor,
    TimeSpan ShortAbandonAfter,
    TimeSpan ReopenWithin,
    EmpathyPolicy? Empathy = null)
{
    /// <summary>Before the first place in a line.</summary>
    public static PolicySnapshot None { get; } = new(
        0, "", Queues.WrapUpPolicy.Default, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    public static PolicySnapshot Of(Queues.QueuePolicy policy) => new(
        policy.Version,
        policy.RoutingGroup,
        policy.WrapUp,
        policy.OfferTimeout,
        policy.PreferLastAgentFor,
        policy.ShortAbandonAfter,
        policy.ReopenWithin,
        policy.Empathy);
}

/// <summary>One utterance.</summary>
/// <param name="Sequence">1, 2, 3 … within the interaction.</param>
[GenerateSerializer, Immutable, Alias("sg.Message")]
public sealed record Message(
    int Sequence, string MessageId, Party From, string Author, string Text, Channel Channel, DateTimeOffset At);

/// <summary>Who speaks or acts. Names are persisted.</summary>
public enum Party
{
    Customer = 1,
    Agent = 2,
    Supervisor = 3,
    System = 4,
}
