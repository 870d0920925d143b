using SupportGrid.Substitutes.Orleans.Engine.Calls;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Observers;

/// <summary>Delivers calls to one observer, one after the other.</summary>
internal sealed class ObserverMailbox : Mailbox, IInvocationTarget
{
    private readonly GrainEngine _engine;
    private readonly WeakReference<IGrainObserver> _observer;

    internal ObserverMailbox(GrainEngine engine, GrainId id, IGrainObserver observer)
        : base(engine.Dispatcher)
    {
        _engine = engine;
        _observer = new(observer);
        Name = id.ToString();
        IsOpen = true;
    }

    /// <exception cref="ClientNotAvailableException">The object was collected.</exception>
    public object Instance => _observer.TryGetTarget(out var observer)
        ? observer
        : throw new ClientNotAvailableException($"Observer {Name} is gone.");

    public bool HasFilters => false;

    internal override IGrainContext? Context => null;

    internal override string Name { get; }

    internal bool IsAlive => _observer.TryGetTarget(out _);

    public Task<object?> InvokeFiltered(GrainCall call) =>
        throw new NotSupportedException("Observers have no filters.");

    public void Failed(GrainCall call, Exception error)
    {
        if (call.Method.IsOneWay)
        {
            _engine.Log.ObserverFailed(error);
        }
    }

    /// <summary>Refuses calls from now on.</summary>
    internal void Close()
    {
        List<WorkItem> waiting;
        lock (Gate)
        {
            IsClosed = true;
            IsOpen = false;
            waiting = TakeWaiting_NeedsGate();
        }

        waiting.ForEach(item => item.Reject(new ClientNotAvailableException($"Observer {Name} is gone.")));
    }
}
