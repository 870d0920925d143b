using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using SupportGrid.Substitutes.Orleans.Engine.Activations;

namespace SupportGrid.Substitutes.Orleans.Engine.Storage;

/// <summary>A grain's state and the store it is kept in.</summary>
internal sealed class PersistentState<TState> : IPersistentState<TState>, IActivationState
{
    private readonly Activation _activation;
    private readonly string _name;
    private readonly IGrainStorage _storage;
    private readonly GrainState<TState> _current = new(Activator.CreateInstance<TState>());

    public PersistentState(Activation activation, string name, string storageName)
    {
        _activation = activation;
        _name = name;
        _storage = activation.Engine.Services.GetKeyedService<IGrainStorage>(storageName)
            ?? throw new BadProviderConfigException(
                $"{activation.Class.Type} keeps its state '{name}' in a store '{storageName}' that does not exist.");
    }

    public TState State
    {
        get => _current.State!;
        set => _current.State = value;
    }

    public string? Etag => _current.ETag;

    public bool RecordExists => _current.RecordExists;

    public Task ReadAsync(CancellationToken cancellationToken) => ReadStateAsync(cancellationToken);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        _storage.ClearStateAsync(_name, _activation.GrainId, _current, cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        _storage.WriteStateAsync(_name, _activation.GrainId, _current, cancellationToken);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        _storage.ReadStateAsync(_name, _activation.GrainId, _current, cancellationToken);
}
