using SupportGrid.Kernel;

namespace SupportGrid.Testing;

/// <summary>Given a history, when a command comes, then events follow, or nothing, or a refusal.</summary>
/// <example>
/// <code>
/// AgentScenario.After(SignIn()).When(ConnectDesk("tab")).Then(new DeskConnected("tab", Noon));
/// </code>
/// </example>
public sealed class Scenario<TDecider, TState, TCommand, TEvent>
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TState : notnull
    where TCommand : notnull
    where TEvent : notnull
{
    private Scenario(TState state) => State = state;

    public TState State { get; }

    /// <summary>Before anything happened.</summary>
    public static Scenario<TDecider, TState, TCommand, TEvent> Given() => new(TDecider.Initial);

    /// <summary>What happened before, as events.</summary>
    public static Scenario<TDecider, TState, TCommand, TEvent> Given(params IEnumerable<TEvent> history) =>
        new(history.Aggregate(TDecider.Initial, TDecider.Evolve));

    /// <summary>What was asked before; every one of it must have had an effect.</summary>
    public static Scenario<TDecider, TState, TCommand, TEvent> After(params IEnumerable<TCommand> history) =>
        Given().And(history);

    /// <summary>A state that would be long to reach.</summary>
    public static Scenario<TDecider, TState, TCommand, TEvent> In(TState state) => new(state);

    public Scenario<TDecider, TState, TCommand, TEvent> And(params IEnumerable<TCommand> history)
    {
        var state = State;
        foreach (var command in history)
        {
            var decision = TDecider.Decide(state, command);
            var answer = decision.Refusal?.Code ?? "nothing";
            Assert.True(
                decision.Events.Count > 0,
                $"{Canonical.Of(command)} had no effect on {Canonical.Of(state)}: {answer}.");
            state = decision.Events.Aggregate(state, TDecider.Evolve);
        }

        return new(state);
    }

    public ScenarioOutcome<TState, TEvent> When(TCommand command)
    {
        var decision = TDecider.Decide(State, command);
        return new(decision, decision.Events.Aggregate(State, TDecider.Evolve));
    }
}
