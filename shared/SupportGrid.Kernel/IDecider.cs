namespace SupportGrid.Kernel;

/// <summary>
/// The pure rules of one aggregate. No I/O, no clock, no randomness, no ids of its own: they arrive in the command.
/// </summary>
public interface IDecider<TState, TCommand, TEvent>
{
    /// <summary>The state before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>
    /// What follows from a command: events, nothing, or a refusal. Never throws for an expected answer.
    /// </summary>
    static abstract Decision<TEvent> Decide(TState state, TCommand command);

    /// <summary>The state after an event. It never decides and never logs.</summary>
    static abstract TState Evolve(TState state, TEvent @event);
}
