using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What events make of an interaction's empathy. It asks no policy: which policy was in force when a turn was said need
/// not be known to fold it.
/// </summary>
internal static class EmpathyFold
{
    /// <summary>A turn that was not read leaves nothing behind.</summary>
    public static EmpathyState Said(EmpathyState state, MessageSaid said) => (said.Reading, said.From) switch
    {
        (null, _) => state,
        ({ } reading, Party.Customer) => CustomerSaid(state, said, reading),
        ({ } reading, Party.Agent) => AgentSaid(state, reading),
        _ => state,
    };

    public static EmpathyState After(EmpathyState state, InteractionEvent @event) => @event switch
    {
        TrajectoryMoved e => state with { Trajectory = e.To, MovedAt = e.At },
        CueShown e => Shown(state, e),
        CueEnded e => WithCue(state, e.Cue, c => c with { End = e.Reason }),
        CueAnswered e => WithCue(state, e.Cue, c => c with { Answer = e.Answer }),
        OpportunityScored e => state with { Opportunity = null, Score = Scored(state.Score, e.Outcome) },
        NeedClassified e => state with { Need = e.Need },
        ReadingRevised e => RevisionFold.Revised(state, e),
        _ => throw new UnreachableException($"{@event.GetType().Name} says nothing about empathy."),
    };

    /// <summary>
    /// What nobody acknowledged before the contact ended is not waited for any more, and nothing is revised.
    /// </summary>
    public static EmpathyState Over(EmpathyState state) => state with { Opportunity = null, Revisable = [] };

    /// <summary>Another contact: what was a cause then may be one again.</summary>
    public static EmpathyState Reopened(EmpathyState state) => state with { Causes = [] };

    private static EmpathyState CustomerSaid(EmpathyState state, MessageSaid said, TurnReading reading)
    {
        var weight = TrajectoryRules.WeightOf(reading, state.Effort);
        var recent = state.Recent.Count < EmpathyLimits.RecentTurnsMax ? state.Recent : state.Recent.RemoveAt(0);
        var after = state with
        {
            CustomerTurns = state.CustomerTurns + 1,
            Level = TrajectoryRules.LevelAfter(state.Level, weight),
            CalmRun = TrajectoryRules.CalmRunAfter(state.CalmRun, weight),
            Recent = recent.Add(new TurnWeight(said.MessageId, said.Sequence, weight)),
            Effort = reading.Effort,
            Facts = reading.EffortFacts,
            Opportunity = state.Opportunity ?? OpportunityRules.Opens(said, reading),
        };
        return RevisionFold.CustomerSaid(state, after, said, reading);
    }

    private static EmpathyState AgentSaid(EmpathyState state, TurnReading reading) => RevisionFold.AgentSaid(state) with
    {
        Opportunity = state.Opportunity is { } open ? open with { AgentTurns = open.AgentTurns + 1 } : null,
        Score = state.Score with
        {
            EmpatheticTurns = state.Score.EmpatheticTurns + (OpportunityRules.IsEmpathetic(reading) ? 1 : 0),
            UnhelpfulTurns = state.Score.UnhelpfulTurns + (OpportunityRules.IsUnhelpful(reading) ? 1 : 0),
        },
    };

    private static EmpathyState Shown(EmpathyState state, CueShown e)
    {
        var cues = state.Cues.Add(new TrackedCue(e.Cue, e.At, null, null));
        if (cues.Count > EmpathyLimits.CuesKeptMax)
        {
            // Few are open at a time, so there is one that is not.
            cues = cues.RemoveAt(Math.Max(0, cues.FindIndex(static c => !c.IsOpen)));
        }

        var causes = state.Causes.Count < EmpathyLimits.CausesKeptMax ? state.Causes : state.Causes.RemoveAt(0);
        return state with
        {
            Cues = cues,
            CuesShown = state.CuesShown + 1,
            LastCueTurn = e.Cue.Turn,
            LastTurns = state.LastTurns.SetItem(e.Cue.Kind, e.Cue.Turn),
            Causes = causes.Add(e.Cue.Cause),
        };
    }

    private static EmpathyState WithCue(EmpathyState state, string cue, Func<TrackedCue, TrackedCue> change) =>
        state.Cues.FindIndex(c => c.Cue.Id == cue) is >= 0 and var at
            ? state with { Cues = state.Cues.SetItem(at, change(state.Cues[at])) }
            : state;

    private static EmpathyScore Scored(EmpathyScore score, OpportunityOutcome outcome) => outcome switch
    {
        OpportunityOutcome.Delivered => score with { Delivered = score.Delivered + 1 },
        OpportunityOutcome.Late => score with { Late = score.Late + 1 },
        _ => score with { Missed = score.Missed + 1 },
    };
}
