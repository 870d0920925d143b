namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>Runs work one turn at a time: a task scheduler with a queue of items that wait for their start.</summary>
/// <remarks>
/// A turn is a stretch of code between two awaits. All turns of one mailbox run one after the other, on any thread.
/// An item starts when no item that it may not interleave with is running; continuations of running items go before
/// the start of new ones. Items that may not overtake each other start in the order in which they were posted.
/// </remarks>
internal abstract partial class Mailbox : TaskScheduler, IThreadPoolWorkItem
{
    private static readonly Action<object?> s_startItem = static state => ((Mailbox)state!).StartTakenItem();

    [ThreadStatic]
    private static Mailbox? t_onThisThread;

    private readonly TurnDispatcher _dispatcher;
    private readonly Queue<Task> _continuations = new(2);
    private WorkItem? _taken;
    private bool _isScheduled;

    protected Mailbox(TurnDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public sealed override int MaximumConcurrencyLevel => 1;

    /// <summary>The activation that code in these turns belongs to; null outside grains.</summary>
    internal abstract IGrainContext? Context { get; }

    /// <summary>What it is, for people and traces.</summary>
    internal abstract string Name { get; }

    /// <summary>Guards the state of the mailbox and of what derives from it.</summary>
    protected Lock Gate { get; } = new();

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => RunTurns(_dispatcher.TurnsPerVisit);

    /// <summary>Runs turns until there are none or others must have theirs.</summary>
    internal void RunTurns(int limit)
    {
        var (outerContext, outerMailbox) = (RuntimeContext.Current, t_onThisThread);
        (RuntimeContext.Current, t_onThisThread) = (Context, this);
        while (TryTakeTurn(limit-- > 0, out var continuation))
        {
            if (continuation is not null)
            {
                TryExecuteTask(continuation);
            }
            else
            {
                // A task of its own gives the item this scheduler and keeps its async locals to itself.
                new Task(s_startItem, this).RunSynchronously(this);
            }
        }

        (RuntimeContext.Current, t_onThisThread) = (outerContext, outerMailbox);
    }

    /// <summary>Runs a piece of synchronous work in a turn, whatever items run.</summary>
    internal void RunInTurn(Action<object?> work, object? state)
    {
        using (FlowSuppression.Begin())
        {
            new Task(work, state, CancellationToken.None, TaskCreationOptions.DenyChildAttach).Start(this);
        }
    }

    /// <inheritdoc/>
    protected sealed override void QueueTask(Task task)
    {
        _dispatcher.Queueing(this);
        lock (Gate)
        {
            _continuations.Enqueue(task);
            if (_isScheduled)
            {
                return;
            }

            _isScheduled = true;
        }

        _dispatcher.Schedule(this);
    }

    /// <inheritdoc/>
    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(t_onThisThread, this) && TryExecuteTask(task);

    /// <inheritdoc/>
    protected sealed override IEnumerable<Task> GetScheduledTasks()
    {
        lock (Gate)
        {
            return [.. _continuations];
        }
    }

    /// <summary>Sees to it that turns run if there is a reason to.</summary>
    protected void Wake_NeedsGate()
    {
        if (!_isScheduled && HasWork_NeedsGate())
        {
            _isScheduled = true;
            _dispatcher.Schedule(this);
        }
    }

    private bool TryTakeTurn(bool mayGoOn, out Task? continuation)
    {
        continuation = null;
        lock (Gate)
        {
            if (mayGoOn && (_continuations.TryDequeue(out continuation) || TryTakeItem_NeedsGate(out _taken)))
            {
                return true;
            }

            _isScheduled = HasWork_NeedsGate();
            if (_isScheduled)
            {
                _dispatcher.ScheduleLater(this);
            }

            return false;
        }
    }

    private bool HasWork_NeedsGate() => _continuations.Count != 0 || FindStartable_NeedsGate() is not null;

    private void StartTakenItem()
    {
        var item = _taken!;
        _taken = null;
        _dispatcher.Starting(this, item);
        if (item.Context is not null)
        {
            RequestContext.Values = item.Context;
        }

        item.Start(this);
    }
}
