using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Providers;
using Orleans.Storage;
using SupportGrid.Substitutes.Orleans.Engine.Calls;
using SupportGrid.Substitutes.Orleans.Engine.Storage;
using SupportGrid.Substitutes.Orleans.Engine.Timers;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>One activation of a grain.</summary>
/// <remarks>
/// Its life: made when the first call is sent; activated by its first turn, before any call; open to calls; from
/// <see cref="Deactivate"/> on no new call starts; once the running ones have ended, or the deactivation timeout has
/// passed, OnDeactivateAsync runs; then it is closed and calls that still wait go to its successor.
/// </remarks>
internal sealed partial class Activation
    : Mailbox, IGrainContext, IActivationHost, IReentrancyTracker, IInvocationTarget
{
    private readonly TaskCompletionSource _deactivated = new();
    private readonly List<IActivationState> _states = [];
    private Dictionary<Type, object>? _components;
    private Dictionary<Guid, int>? _reentrantSections;
    private AsyncServiceScope? _scope;
    private object? _instance;

    internal Activation(GrainEngine engine, GrainClass grainClass, GrainId grainId)
        : base(engine.Dispatcher)
    {
        Engine = engine;
        Class = grainClass;
        GrainId = grainId;
        Name = grainId.ToString();
        GrainReference = new GrainReference(engine, grainId, null);
        SetControl_NeedsGate(new ActivateStep(this));
    }

    public GrainId GrainId { get; }

    public GrainReference GrainReference { get; }

    public object? GrainInstance => _instance;

    public object Instance => _instance!;

    public IServiceProvider ActivationServices => (_scope ??= Engine.Services.CreateAsyncScope()).ServiceProvider;

    public Task Deactivated => _deactivated.Task;

    public IGrainFactory GrainFactory => Engine.Factory;

    public string RuntimeIdentity => Engine.Identity;

    public IReminderRegistry Reminders => Engine.Reminders;

    public bool HasFilters => Class.HasOwnFilter || Engine.IncomingFilters.Count != 0;

    internal GrainEngine Engine { get; }

    internal GrainClass Class { get; }

    internal override IGrainContext Context => this;

    internal override string Name { get; }

    protected override bool AnyMayJoin => Class.MayInterleave is not null;

    public Task<object?> InvokeFiltered(GrainCall call)
    {
        var filters = Class.HasOwnFilter
            ? [.. Engine.IncomingFilters, (IIncomingGrainCallFilter)Instance]
            : Engine.IncomingFilters;
        return new IncomingCallContext(call, this, filters).Run();
    }

    public void Failed(GrainCall call, Exception error)
    {
        if (error is InconsistentStateException { IsNew: true } conflict)
        {
            // Only the activation whose state is stale ends, not those that the error passes on its way.
            conflict.IsNew = false;
            Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, error, "Its state was changed by another writer."));
        }

        Engine.Log.CallFailed(call.Description, error);
    }

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        new GrainTimer(this, callback, options);

    public IStorage<TState> CreateGrainState<TState>(Type grainClass)
    {
        var attribute = grainClass.GetCustomAttribute<StorageProviderAttribute>();
        var state = new PersistentState<TState>(
            this, grainClass.FullName!, attribute?.ProviderName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);
        _states.Add(state);
        return state;
    }

    public void SetComponent<TComponent>(TComponent? value)
        where TComponent : class
    {
        lock (Gate)
        {
            if (value is null)
            {
                _components?.Remove(typeof(TComponent));
            }
            else
            {
                (_components ??= [])[typeof(TComponent)] = value;
            }
        }
    }

    public TComponent? GetComponent<TComponent>()
        where TComponent : class
    {
        lock (Gate)
        {
            return _components?.GetValueOrDefault(typeof(TComponent)) as TComponent ?? _instance as TComponent;
        }
    }

    public void EnterReentrantSection(Guid reentrancyId)
    {
        lock (Gate)
        {
            _reentrantSections ??= [];
            _reentrantSections[reentrancyId] = _reentrantSections.GetValueOrDefault(reentrancyId) + 1;
            Wake_NeedsGate();
        }
    }

    public void LeaveReentrantSection(Guid reentrancyId)
    {
        lock (Gate)
        {
            if (_reentrantSections is not null && --_reentrantSections[reentrancyId] == 0)
            {
                _reentrantSections.Remove(reentrancyId);
            }
        }
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => Name;

    protected override bool MayInterleave(WorkItem item) => Class.IsReentrant || item.AlwaysInterleaves;

    /// <summary>
    /// A call chain comes back within a section that allows it, or the class's own rule admits the call.
    /// </summary>
    protected override bool MayJoin_NeedsGate(WorkItem item) =>
        (_reentrantSections is not null && item.Context is { } context
            && _reentrantSections.ContainsKey(context.ReentrancyId))
        || (Class.MayInterleave is { } predicate && item is GrainCall call
            && predicate(_instance, call.AsInvokable(_instance)));
}
