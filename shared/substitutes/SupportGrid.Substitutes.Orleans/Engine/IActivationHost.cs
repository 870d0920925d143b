using Orleans.Core;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>
/// What grain base classes and extension methods ask of an activation beyond <see cref="IGrainContext"/>.
/// </summary>
internal interface IActivationHost
{
    IGrainFactory GrainFactory { get; }

    string RuntimeIdentity { get; }

    IReminderRegistry Reminders { get; }

    void DelayDeactivation(TimeSpan delay);

    IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options);

    IStorage<TState> CreateGrainState<TState>(Type grainClass);
}
