using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What an interaction remembers of its empathy. A fold of its events; bounded by <see cref="EmpathyLimits"/>.
/// </summary>
/// <param name="CustomerTurns">Turns of the customer that were read.</param>
/// <param name="Level">Faded mean of how negative the customer's turns were, in permille.</param>
/// <param name="CalmRun">Turns of the customer in a row that were not negative.</param>
/// <param name="Recent">The last turns of the customer, newest last.</param>
/// <param name="Effort">As of the customer's last turn, in permille.</param>
/// <param name="Facts">What makes the effort, as of the customer's last turn.</param>
/// <param name="Cues">Newest last, ended and answered ones among them.</param>
/// <param name="CuesShown">All cues ever, also those that are no longer kept.</param>
/// <param name="LastCueTurn">The customer's turn of the last cue; 0: none yet.</param>
/// <param name="LastTurns">The customer's turn of the last cue of each kind.</param>
/// <param name="Causes">What cues were shown for, newest last.</param>
/// <param name="Opportunity">The one that waits for the agent, or null.</param>
/// <param name="Need">The last classification, or null.</param>
/// <param name="Revisable">The last turns of the customer whose readings a model outside may revise.</param>
/// <param name="ExternalFrom">
/// Sequence number of the first message that may be sent to a model outside of the platform; 0: not known before the
/// first place in a line; <see cref="NoMessage"/>: the queue allows none.
/// </param>
/// <param name="MovedAt">When the trajectory moved last; null: never.</param>
[GenerateSerializer, Immutable, Alias("sg.EmpathyState")]
public sealed record EmpathyState(
    int CustomerTurns,
    int Level,
    Trajectory Trajectory,
    int CalmRun,
    ImmutableList<TurnWeight> Recent,
    int Effort,
    ImmutableArray<EffortFact> Facts,
    ImmutableList<TrackedCue> Cues,
    int CuesShown,
    int LastCueTurn,
    ImmutableSortedDictionary<CueKind, int> LastTurns,
    ImmutableList<string> Causes,
    OpenOpportunity? Opportunity,
    EmpathyScore Score,
    Need? Need,
    ContactsBefore Contacts,
    int ChannelSwitches,
    ImmutableList<RevisableTurn> Revisable,
    int ExternalFrom,
    DateTimeOffset? MovedAt = null)
{
    public const int NoMessage = int.MaxValue;

    public static EmpathyState Initial { get; } = new(
        0, 0,
            Trajectory.Calm, 0, [], 0, [], [], 0, 0, ImmutableSortedDictionary<CueKind, int>.Empty,
            [], null, EmpathyScore.None,
        null, ContactsBefore.None, 0, [], 0);

    /// <summary>What the agent sees now, oldest first.</summary>
    public IEnumerable<TrackedCue> OpenCues => Cues.Where(static c => c.IsOpen);
}
