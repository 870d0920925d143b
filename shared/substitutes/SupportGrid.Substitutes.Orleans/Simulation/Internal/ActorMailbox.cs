using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>Runs code that is no grain: a client, a loop of the simulated process, the callbacks of timers.</summary>
internal sealed class ActorMailbox : Mailbox
{
    internal ActorMailbox(TurnDispatcher dispatcher, string name)
        : base(dispatcher)
    {
        Name = name;
        IsOpen = true;
    }

    internal override IGrainContext? Context => null;

    internal override string Name { get; }

    /// <summary>Starts work whose awaits come back to this mailbox.</summary>
    internal Task<T> Start<T>(Func<Task<T>> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();
}
