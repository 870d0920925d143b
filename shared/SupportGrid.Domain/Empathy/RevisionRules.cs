using SupportGrid.Domain.Interactions;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What follows from a reading that came later than the turn. The same rules hold as when a turn is said: budget,
/// cool-down, one cue for a cause and one with each turn, states that are left later than they are entered. Rules and
/// facts were decided on with the turn, so a revision shows only what the model itself says, and never an alert.
/// </summary>
internal static class RevisionRules
{
    /// <returns>Why the reading cannot be revised; null: it can.</returns>
    public static Refusal? ProblemOf(InteractionFacts facts, ReviseReading c, EmpathyPolicy policy)
    {
        var turn = facts.Empathy.Revisable.Find(t => t.MessageId == c.MessageId);
        return policy is { Cues: true, ExternalModel: true }
            && turn is { IsRevised: false }
            && c.At - facts.Transcript[turn.Sequence - 1].At <= EmpathyLimits.RevisableFor
            ? null
            : InteractionRefusals.ReadingSettled;
    }

    /// <summary>The revision and what follows from it.</summary>
    public static IEnumerable<InteractionEvent> Follow(InteractionFacts facts, ReviseReading c, EmpathyPolicy policy)
    {
        var before = facts.Empathy;
        var message = facts.Transcript[before.Revisable.Find(t => t.MessageId == c.MessageId)!.Sequence - 1];
        var revised = new ReadingRevised(c.MessageId, message.Sequence, c.Reading, c.Price, c.At);
        List<InteractionEvent> events = [revised];
        var folded = EmpathyFold.After(before, revised);
        var state = folded;

        var to = TrajectoryRules.After(state, state.Revisable[^1].Reading, policy);
        var moved = to == state.Trajectory
            ? null
            : new TrajectoryMoved(state.Trajectory, to, TrajectoryRules.Because(state, to), state.Level, c.At);
        if (moved is not null)
        {
            Add(moved);
        }

        var reading = state.Revisable.Find(t => t.MessageId == c.MessageId)!.Reading;
        var said = new MessageSaid(
            message.Sequence,
            message.MessageId,
            message.From,
            message.Author,
            message.Text,
            message.Channel,
            Agent: null,
            c.At);
        var candidates = CueFinder.OfExternal(folded, state, said, reading, policy);
        foreach (var ended in Ending(state, moved, candidates, c))
        {
            Add(ended);
        }

        if (CueBudget.Choose(state, candidates, said, policy) is { } cue)
        {
            foreach (var ended in CueBudget.Superseded(state, cue, c.At))
            {
                Add(ended);
            }

            Add(new CueShown(cue, c.At));
        }

        return events;

        void Add(InteractionEvent @event)
        {
            events.Add(@event);
            state = EmpathyFold.After(state, @event);
        }
    }

    /// <summary>
    /// As with a turn; and what the built-in model alone saw in the message ends where the other one does not see it.
    /// </summary>
    private static List<CueEnded> Ending(
        EmpathyState state, TrajectoryMoved? moved, IReadOnlyList<CueCandidate> candidates, ReviseReading c)
    {
        var ending = CueBudget.Ending(state, moved, c.At).ToList();
        ending.AddRange(
            from open in state.OpenCues
            where open.Cue.MessageId == c.MessageId
                && open.Cue.Alert is null
                && open.Cue.Evidence.All(static e => e.Source == EvidenceSource.Model)
                && candidates.All(k => k.Kind != open.Cue.Kind)
                && ending.All(e => e.Cue != open.Cue.Id)
            select new CueEnded(open.Cue.Id, open.Cue.Kind, CueEnd.Revised, c.At));
        return ending;
    }
}
