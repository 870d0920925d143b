using SupportGrid.Kernel;

namespace SupportGrid.Testing;

/// <summary>
/// Explores what a decider can reach from its initial state with sample commands, breadth first, up to a number of
/// states. On the way it proves that every command has an answer in every state and that a command that comes twice
/// changes nothing the second time.
/// </summary>
public static class Closure
{
    public static ClosureReport Explore<TDecider, TState, TCommand, TEvent>(
        IReadOnlyList<TCommand> commands, int statesMax)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TState : notnull
        where TCommand : notnull
        where TEvent : notnull
    {
        var report = new ClosureReport();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Canonical.Of(TDecider.Initial) };
        var waiting = new Queue<TState>([TDecider.Initial]);
        while (waiting.TryDequeue(out var state))
        {
            report.States.Add(state.GetType());
            foreach (var command in commands)
            {
                var decision = TDecider.Decide(state, command);
                report.Note(decision.Refusal, decision.Events.Select(static e => (object)e));
                if (decision.Events.Count == 0)
                {
                    continue;
                }

                var next = decision.Events.Aggregate(state, TDecider.Evolve);
                var again = TDecider.Decide(next, command);
                Assert.True(
                    again.Events.Count == 0,
                    $"A repeat changed something.\nState: {Canonical.Of(state)}\nCommand: {Canonical.Of(command)}\n"
                        + $"First: {Canonical.OfAll(decision.Events)}\nSecond: {Canonical.OfAll(again.Events)}");
                if (seen.Count < statesMax && seen.Add(Canonical.Of(next)))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        report.StatesExplored = seen.Count;
        return report;
    }
}
