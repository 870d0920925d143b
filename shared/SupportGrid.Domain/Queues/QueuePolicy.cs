using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Queues;

/// <summary>
/// Everything a queue decides by. A change makes a new version; decisions and offers name the version they used.
/// </summary>
/// <param name="Version">Starts at 1 and grows by 1 with each change.</param>
/// <param name="RoutingGroup">The dispatcher that serves the queue; agents of the same group are candidates.</param>
/// <param name="BasePriority">Points an interaction starts with; waiting adds to them.</param>
/// <param name="AgeingPerMinute">Points gained per minute of waiting.</param>
/// <param name="OfferTimeout">How long an agent has to answer an offer.</param>
/// <param name="PreferLastAgentFor">
/// How long the customer's last agent is preferred, counted from the place in the line; zero: not.
/// </param>
/// <param name="PreferLastAgentWithin">How long ago that agent may have served the customer at most.</param>
/// <param name="ShortAbandonAfter">An abandon before this wait counts as short.</param>
/// <param name="ReopenWithin">How long after closing an interaction may be reopened.</param>
/// <param name="Empathy">How it uses cues; null: <see cref="EmpathyPolicy.Default"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.QueuePolicy")]
public sealed record QueuePolicy(
    int Version,
    string Queue,
    string DisplayName,
    string RoutingGroup,
    ImmutableArray<SkillRequirement> Skills,
    SkillMatching Matching,
    ImmutableArray<RelaxationStep> Relaxation,
    ScoreWeights Weights,
    double BasePriority,
    double AgeingPerMinute,
    ServiceTarget Target,
    OpeningHours Hours,
    TimeSpan OfferTimeout,
    TimeSpan PreferLastAgentFor,
    TimeSpan PreferLastAgentWithin,
    WrapUpPolicy WrapUp,
    TimeSpan ShortAbandonAfter,
    TimeSpan ReopenWithin,
    EmpathyPolicy? Empathy = null);
