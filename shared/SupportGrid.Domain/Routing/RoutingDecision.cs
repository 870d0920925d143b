using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Why this agent was asked, complete enough to be decided again: see <see cref="DecisionReplay"/>. It is logged,
/// streamed with the offer and put into words by <see cref="DecisionSentences"/>.
/// </summary>
/// <param name="Agent">Who is asked: the first of <paramref name="Candidates"/>.</param>
/// <param name="Candidates">Best first, at most <see cref="MatcherLimits.CandidatesListedMax"/>.</param>
/// <param name="CandidatesTotal">How many could have been asked.</param>
/// <param name="Excluded">Who could not, by reason, at most <see cref="MatcherLimits.ExcludedListedMax"/>.</param>
/// <param name="ExcludedTotals">All who could not, counted by reason, the listed ones included.</param>
/// <param name="AskedAgain">Only agents who had rejected the item were left, so one of them is asked again.</param>
/// <param name="Because">What put the winner before the runner-up.</param>
/// <param name="Margin">Points between winner and runner-up, rounded to millionths; null without a runner-up.</param>
[GenerateSerializer, Immutable, Alias("sg.RoutingDecision")]
public sealed record RoutingDecision(
    string Offer,
    string Agent,
    DateTimeOffset At,
    DecisionItem Item,
    DecisionPolicy Policy,
    ImmutableArray<RankedCandidate> Candidates,
    int CandidatesTotal,
    ImmutableArray<ExcludedAgent> Excluded,
    ImmutableArray<ExclusionTotal> ExcludedTotals,
    bool AskedAgain,
    WinReason Because,
    decimal? Margin)
{
    public string Interaction => Item.Interaction;

    public string Queue => Item.Queue;
}

/// <summary>The item as it was.</summary>
/// <param name="Waited">From the place in the line to the decision; not below zero.</param>
/// <param name="EffectivePriority">Priority plus distress plus ageing, in points, rounded to millionths.</param>
/// <param name="RelaxationStep">How many relaxation steps were reached; 0: none.</param>
/// <param name="SkillsAsked">Before relaxation.</param>
/// <param name="SkillsRequired">After relaxation; empty where skills did not count.</param>
/// <param name="OnlyAgentInForce">Whether the transfer to one agent still bound.</param>
/// <param name="Distress">How the customer fared; null: well, or the policy has no use for it.</param>
/// <param name="DistressPoints">What distress added to the priority, rounded to millionths.</param>
[GenerateSerializer, Immutable, Alias("sg.DecisionItem")]
public sealed record DecisionItem(
    string Interaction,
    long Version,
    string Queue,
    Channel Channel,
    DateTimeOffset PlaceSince,
    TimeSpan Waited,
    double Priority,
    decimal EffectivePriority,
    int RelaxationStep,
    ImmutableArray<SkillRequirement> SkillsAsked,
    ImmutableArray<SkillRequirement> SkillsRequired,
    string? PreferredAgent,
    DateTimeOffset? PreferredUntil,
    string? OnlyAgent,
    DateTimeOffset? OnlyUntil,
    bool OnlyAgentInForce,
    ImmutableArray<string> NotAgents,
    CustomerDistress? Distress = null,
    decimal DistressPoints = 0);

/// <summary>What the decision took from the queue's policy.</summary>
/// <param name="Empathy">The terms of empathy; null while all of them are off.</param>
[GenerateSerializer, Immutable, Alias("sg.DecisionPolicy")]
public sealed record DecisionPolicy(
    int Version,
    SkillMatching Matching,
    double AgeingPerMinute,
    ImmutableArray<RelaxationStep> Relaxation,
    ScoreWeights Weights,
    DecisionEmpathy? Empathy = null);

/// <summary>What the decision took of how customers fare.</summary>
/// <param name="DistressPriority">Points for a customer in distress at most; 0: off.</param>
/// <param name="EmotionalLoadWeight">Points that a full load costs; 0: off.</param>
/// <param name="EmotionalLoadScale">The load that counts as full.</param>
[GenerateSerializer, Immutable, Alias("sg.DecisionEmpathy")]
public sealed record DecisionEmpathy(
    double DistressPriority, double EmotionalLoadWeight, TimeSpan EmotionalLoadScale)
{
    /// <summary>Null where both terms are off.</summary>
    public static DecisionEmpathy? Of(EmpathyRouting? routing) =>
        routing is { UsesDistress: true } or { UsesEmotionalLoad: true }
            ? new(routing.DistressPriority, routing.EmotionalLoadWeight, routing.EmotionalLoadScale)
            : null;
}

/// <summary>An agent as the decision saw one: every input that judging and ranking use.</summary>
/// <param name="InQueue">Serves the queue.</param>
/// <param name="WhyNot">Why not routable, or null.</param>
/// <param name="ServesChannel">One item of the channel fits when nothing else is carried.</param>
/// <param name="Fits">One more item of the channel fits beside what is carried and reserved.</param>
/// <param name="FitsUnreserved">It would fit if reservations were not counted.</param>
/// <param name="UnitsTaken">Capacity units of what is carried and reserved.</param>
/// <param name="Levels">Proficiency in the skills that the item asks for before relaxation; a missing one is
/// absent.</param>
/// <param name="IdleSince">When work was last taken or finished, reservations included.</param>
/// <param name="Preferred">The item's preferred agent while the preference holds.</param>
/// <param name="Rejected">1-based place among those who rejected the item or did not answer; 0: not among them.</param>
/// <param name="EmotionalLoad">
/// Tenths of a full load of hard conversations; only of candidates, and only where the term is on. What it is made of
/// is for the agent alone.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.AgentFacts")]
public sealed record AgentFacts(
    string Agent,
    string DisplayName,
    long Version,
    int ProfileVersion,
    bool InQueue,
    bool Routable,
    string? WhyNot,
    bool ServesChannel,
    bool Fits,
    bool FitsUnreserved,
    int UnitsTaken,
    int Units,
    ImmutableArray<SkillLevel> Levels,
    DateTimeOffset IdleSince,
    bool Preferred,
    int Rejected,
    int? EmotionalLoad = null);

/// <summary>A proficiency, 0 to 5.</summary>
[GenerateSerializer, Immutable, Alias("sg.SkillLevel")]
public sealed record SkillLevel(string Skill, double Level);

/// <summary>An agent who could have been asked, and the score.</summary>
/// <param name="Score">Sum of the points, rounded to millionths; the order uses the exact sum.</param>
[GenerateSerializer, Immutable, Alias("sg.RankedCandidate")]
public sealed record RankedCandidate(AgentFacts Facts, ImmutableArray<ScoreTerm> Terms, decimal Score);

/// <summary>One term of a score.</summary>
/// <param name="Raw">What was measured: mean level 0..5, idle seconds, 0 or 1, free units, tenths of a full
/// load.</param>
/// <param name="Scaled">The same on 0..1.</param>
/// <param name="Weight">Negative where the term lowers the score.</param>
/// <param name="Points">Scaled × weight, rounded to millionths.</param>
[GenerateSerializer, Immutable, Alias("sg.ScoreTerm")]
public sealed record ScoreTerm(ScoreTermName Name, decimal Raw, decimal Scaled, decimal Weight, decimal Points);

/// <summary>An agent who could not be asked, and the first reason that applies.</summary>
[GenerateSerializer, Immutable, Alias("sg.ExcludedAgent")]
public sealed record ExcludedAgent(AgentFacts Facts, ExclusionReason Reason);

/// <summary>How many agents could not be asked for one reason.</summary>
[GenerateSerializer, Immutable, Alias("sg.ExclusionTotal")]
public sealed record ExclusionTotal(ExclusionReason Reason, int Agents);

/// <summary>The terms of a score, in the order in which they are written. Names are persisted.</summary>
public enum ScoreTermName
{
    Preferred = 1,
    Proficiency = 2,
    Idle = 3,
    FreeCapacity = 4,
    EmotionalLoad = 5,
}

/// <summary>Why an agent cannot be asked, in the order in which it is looked at. Names are persisted.</summary>
public enum ExclusionReason
{
    /// <summary>The item was transferred to somebody else.</summary>
    OnlyAgent = 1,

    /// <summary>Does not serve the queue.</summary>
    NotInQueue = 2,

    /// <summary>Could not take an item of the channel even with nothing else in hand.</summary>
    ChannelNotServed = 3,

    SkillMissing = 4,

    /// <summary>Has the skill, below the level that is required now.</summary>
    SkillLevel = 5,

    /// <summary>Signed out, away, not responding or connection lost; the session says which.</summary>
    NotRoutable = 6,

    /// <summary>Carries too much already.</summary>
    Capacity = 7,

    /// <summary>The room that is left is reserved by an offer under way.</summary>
    Reserved = 8,

    /// <summary>Rejected this item before, or did not answer.</summary>
    RejectedBefore = 9,
}

/// <summary>What put the winner first. Names are persisted.</summary>
public enum WinReason
{
    OnlyCandidate = 1,
    OnlyAgent = 2,
    Preferred = 3,
    Proficiency = 4,
    Idle = 5,
    FreeCapacity = 6,

    /// <summary>Equal points; free for longer.</summary>
    TieIdle = 7,

    /// <summary>Equal in everything; the agent's id decided.</summary>
    TieAgent = 8,

    /// <summary>Less of a load of hard conversations.</summary>
    EmotionalLoad = 9,
}
