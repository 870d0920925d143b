using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>What a revised reading makes of an interaction's empathy, and which turns can have one.</summary>
internal static class RevisionFold
{
    /// <summary>
    /// Texts leave only if they were said in the present queue, and its policy allows it. The first words are said
    /// right before the first place in a line is taken.
    /// </summary>
    /// <param name="before">As before the place was taken.</param>
    public static EmpathyState Queued(InteractionFacts before, InteractionQueued e)
    {
        var state = before.Empathy;
        return e.Policy.Empathy is not { Cues: true, ExternalModel: true }
                ? state with { ExternalFrom = EmpathyState.NoMessage, Revisable = [] }
            : state.ExternalFrom == 0 ? state with { ExternalFrom = 1 }
            : state.ExternalFrom == EmpathyState.NoMessage || e.Queue != before.Queue
                ? state with { ExternalFrom = before.Transcript.Count + 1 }
            : state;
    }

    /// <summary>A turn of the customer was read at once.</summary>
    /// <param name="before">As before the turn.</param>
    /// <param name="after">With the turn.</param>
    public static EmpathyState CustomerSaid(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading)
    {
        if (before.ExternalFrom == EmpathyState.NoMessage)
        {
            return after;
        }

        var turn = new RevisableTurn(
            said.MessageId, said.Sequence, before.Level, before.CalmRun, before.Effort, false, false, reading);
        var turns = before.Revisable.Count < EmpathyLimits.RevisableTurnsMax
            ? before.Revisable
            : before.Revisable.RemoveAt(0);
        return after with { Revisable = turns.Add(turn) };
    }

    public static EmpathyState AgentSaid(EmpathyState state) => state.Revisable.TrueForAll(static t => t.IsAnswered)
        ? state
        : state with { Revisable = state.Revisable.ConvertAll(static t => t with { IsAnswered = true }) };

    /// <summary>
    /// The turn counts as if it had been read so at once, and so do the turns after it. Where the trajectory goes from
    /// there is an event of its own. A fold that leaves out what was said knows of no turn.
    /// </summary>
    public static EmpathyState Revised(EmpathyState state, ReadingRevised e)
    {
        var revised = state.Revisable.FindIndex(t => t.MessageId == e.MessageId);
        if (revised < 0)
        {
            return state;
        }

        var (turns, recent) = (state.Revisable, state.Recent);
        var turn = turns[revised] with { Reading = e.Reading.Over(turns[revised].Reading), IsRevised = true };
        var (level, calm) = (turn.LevelBefore, turn.CalmRunBefore);
        turns = turns.SetItem(revised, turn);
        for (var at = revised; at < turns.Count; at++)
        {
            turn = turns[at];
            turns = turns.SetItem(at, turn with { LevelBefore = level, CalmRunBefore = calm });
            var weight = TrajectoryRules.WeightOf(turn.Reading, turn.EffortBefore);
            level = TrajectoryRules.LevelAfter(level, weight);
            calm = TrajectoryRules.CalmRunAfter(calm, weight);
            recent = recent.SetItem(
                recent.FindIndex(t => t.MessageId == turn.MessageId),
                new TurnWeight(turn.MessageId, turn.Sequence, weight));
        }

        return state with
        {
            Level = level,
            CalmRun = calm,
            Recent = recent,
            Revisable = turns,
            Opportunity = OpportunityAfter(state, turns[revised], e.At),
        };
    }

    /// <summary>
    /// A turn that nobody has answered yet may call for an acknowledgement after all, or for none.
    /// </summary>
    private static OpenOpportunity? OpportunityAfter(EmpathyState state, RevisableTurn turn, DateTimeOffset at)
    {
        var (open, kind) = (state.Opportunity, OpportunityRules.KindOf(turn.Reading));
        return turn.IsAnswered || (open is not null && open.MessageId != turn.MessageId) ? open
            : kind is null ? null
            : open is null ? new OpenOpportunity(turn.MessageId, turn.Sequence, kind.Value, 0, at)
            : open with { Kind = kind.Value };
    }
}
