using Orleans.Core;
using SupportGrid.Substitutes.Orleans.Engine;

namespace Orleans;

/// <summary>A grain with one piece of persistent state, read before <see cref="Grain.OnActivateAsync"/>.</summary>
/// <typeparam name="TGrainState">The state; a new instance stands for "nothing stored".</typeparam>
public abstract class Grain<TGrainState> : Grain
{
    private readonly IStorage<TGrainState> _storage;

    /// <summary>
    /// Uses the storage that <see cref="Providers.StorageProviderAttribute"/> names, or the default one.
    /// </summary>
    protected Grain() => _storage = GrainContext.Host().CreateGrainState<TGrainState>(GetType());

    /// <summary>Uses the given storage.</summary>
    protected Grain(IStorage<TGrainState> storage) => _storage = storage;

    /// <summary>The state in memory.</summary>
    protected TGrainState State
    {
        get => _storage.State;
        set => _storage.State = value;
    }

    /// <summary>Deletes the stored state.</summary>
    protected virtual Task ClearStateAsync() => _storage.ClearStateAsync();

    /// <summary>Stores the state in memory.</summary>
    protected virtual Task WriteStateAsync() => _storage.WriteStateAsync();

    /// <summary>Replaces the state in memory by the stored one.</summary>
    protected virtual Task ReadStateAsync() => _storage.ReadStateAsync();
}
