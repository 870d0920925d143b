using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What follows from a turn that was read: where the customer's feeling goes, which cues end and which one is shown,
/// what became of an opportunity, what the customer needs. It comes in the same append as the turn.
/// </summary>
internal static class EmpathyRules
{
    /// <param name="before">As before the turn.</param>
    /// <returns>Nothing for a turn that was not read.</returns>
    public static IEnumerable<InteractionEvent> Follow(
        EmpathyState before, MessageSaid said, EmpathyPolicy policy, Circumstances circumstances)
    {
        if (said.Reading is not { } reading || !policy.Cues)
        {
            return [];
        }

        return said.From switch
        {
            Party.Customer => OfCustomer(before, said, reading, policy, circumstances),
            Party.Agent => OfAgent(before, said, reading),
            _ => [],
        };
    }

    /// <summary>
    /// The contact is over: cues are not shown any more, and an opportunity that the agent has spoken past is missed.
    /// </summary>
    /// <param name="agent">Who had the interaction, or null.</param>
    public static IEnumerable<InteractionEvent> Close(EmpathyState state, string? agent, DateTimeOffset at)
    {
        if (state.Opportunity is { AgentTurns: > 0 } open && agent is not null)
        {
            yield return new OpportunityScored(
                open.MessageId, open.Kind, OpportunityOutcome.Missed, agent, Elapsed(open.At, at), at);
        }

        foreach (var cue in state.OpenCues)
        {
            yield return new CueEnded(cue.Cue.Id, cue.Cue.Kind, CueEnd.Closed, at);
        }
    }

    private static List<InteractionEvent> OfCustomer(
        EmpathyState before, MessageSaid said, TurnReading reading, EmpathyPolicy policy, Circumstances circumstances)
    {
        List<InteractionEvent> events = [];
        var state = EmpathyFold.Said(before, said);
        var to = TrajectoryRules.After(state, reading, policy);
        var moved = to == state.Trajectory
            ? null
            : new TrajectoryMoved(state.Trajectory, to, TrajectoryRules.Because(state, to), state.Level, said.At);
        if (moved is not null)
        {
            Add(moved);
        }

        foreach (var ended in CueBudget.Ending(state, moved, said.At))
        {
            Add(ended);
        }

        if (CueBudget.Choose(state, CueFinder.Of(before, state, said, reading, policy), said, policy) is { } cue)
        {
            foreach (var ended in CueBudget.Superseded(state, cue, said.At))
            {
                Add(ended);
            }

            Add(new CueShown(cue, said.At));
        }

        if (NeedRules.Of(state.Need, said.Text, reading, circumstances) is { } need)
        {
            Add(new NeedClassified(need, said.At));
        }

        return events;

        void Add(InteractionEvent @event)
        {
            events.Add(@event);
            state = EmpathyFold.After(state, @event);
        }
    }

    private static IEnumerable<InteractionEvent> OfAgent(EmpathyState before, MessageSaid said, TurnReading reading) =>
        before.Opportunity is { } open && OpportunityRules.OutcomeOf(open, reading) is { } outcome
            ? [new OpportunityScored(
                open.MessageId, open.Kind, outcome, said.Author, Elapsed(open.At, said.At), said.At)]
            : [];

    /// <summary>Never negative: two clocks may differ by a little.</summary>
    private static TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}

/// <summary>What stands around a turn.</summary>
/// <param name="Queue">Key of the queue.</param>
internal sealed record Circumstances(Channel Channel, string Queue, string Subject, int Transfers, int Reopenings);
