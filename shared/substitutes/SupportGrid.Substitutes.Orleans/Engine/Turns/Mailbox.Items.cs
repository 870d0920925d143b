namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>Which items start when.</summary>
internal abstract partial class Mailbox
{
    private WorkList _waiting;
    private WorkList _running;
    private WorkItem? _control;
    private int _waitingToOvertake;
    private int _blocking;
    private int _blockingReadOnly;
    private bool _controlIsRunning;
    private bool _controlIsForced;

    /// <summary>Whether nothing runs and nothing waits.</summary>
    protected bool IsIdle_NeedsGate => _running.Count == 0 && _waiting.Count == 0 && _continuations.Count == 0;

    /// <summary>Whether items other than the control item may start.</summary>
    protected bool IsOpen { get; set; }

    /// <summary>Whether new items are refused for good.</summary>
    protected bool IsClosed { get; set; }

    /// <summary>Adds an item; false when the mailbox is closed for good.</summary>
    internal bool TryPost(WorkItem item)
    {
        bool wake;
        lock (Gate)
        {
            if (IsClosed)
            {
                return false;
            }

            Add_NeedsGate(item);
            wake = !_isScheduled && (CanStart_NeedsGate(item) || CanStartControl_NeedsGate());
            _isScheduled |= wake;
        }

        if (wake)
        {
            _dispatcher.Schedule(this);
        }

        return true;
    }

    /// <summary>Takes back an item that has not started; false when it has.</summary>
    internal bool TryWithdraw(WorkItem item)
    {
        lock (Gate)
        {
            if (!item.IsWaiting || !ReferenceEquals(item.Mailbox, this))
            {
                return false;
            }

            Remove_NeedsGate(item);
            return true;
        }
    }

    /// <summary>A started item has ended.</summary>
    internal void Ended(WorkItem item)
    {
        lock (Gate)
        {
            _running.Remove(item);
            if (ReferenceEquals(item, _control))
            {
                _control = null;
                _controlIsRunning = false;
            }
            else
            {
                Count_NeedsGate(item, -1);
            }

            if (item.KeepsActive)
            {
                Used_NeedsGate();
            }

            Wake_NeedsGate();
        }
    }

    /// <summary>The items that run and those that wait, for reports.</summary>
    internal (IReadOnlyList<WorkItem> Running, IReadOnlyList<WorkItem> Waiting) Snapshot()
    {
        lock (Gate)
        {
            return (_running.ToList(), _waiting.ToList());
        }
    }

    /// <summary>How many items run or wait, roughly: read without the gate, to need no order of locks.</summary>
    internal int Load => _running.Count + _waiting.Count;

    /// <summary>Sets the item that runs alone, before any waiting one, once the running ones have ended.</summary>
    protected void SetControl_NeedsGate(WorkItem control)
    {
        _control = control;
        _controlIsForced = false;
    }

    /// <summary>Lets the control item start although items still run.</summary>
    protected void ForceControl_NeedsGate()
    {
        _controlIsForced = true;
        Wake_NeedsGate();
    }

    /// <summary>Adds an item without waking the mailbox.</summary>
    protected void Add_NeedsGate(WorkItem item)
    {
        item.Mailbox = this;
        item.IsWaiting = true;
        _waiting.Add(item);
        _waitingToOvertake += item.MayOvertake ? 1 : 0;
        if (item.KeepsActive)
        {
            Used_NeedsGate();
        }
    }

    /// <summary>Takes all waiting items away, in order.</summary>
    protected List<WorkItem> TakeWaiting_NeedsGate()
    {
        var items = _waiting.ToList();
        items.ForEach(Remove_NeedsGate);
        return items;
    }

    /// <summary>The mailbox was used.</summary>
    protected virtual void Used_NeedsGate()
    {
    }

    /// <summary>Whether the item may run at any time, whatever else runs.</summary>
    protected virtual bool MayInterleave(WorkItem item) => item.AlwaysInterleaves;

    /// <summary>Whether the item may join those that run although it usually may not.</summary>
    protected virtual bool MayJoin_NeedsGate(WorkItem item) => false;

    /// <summary>Whether any waiting item might join those that run.</summary>
    protected virtual bool AnyMayJoin => false;

    private bool CanStartControl_NeedsGate() =>
        _control is not null && !_controlIsRunning && (_running.Count == 0 || _controlIsForced);

    private bool CanStart_NeedsGate(WorkItem item) =>
        IsOpen && _control is null
        && (_blocking == 0
            || MayInterleave(item)
            || (item.IsReadOnly && _blocking == _blockingReadOnly)
            || MayJoin_NeedsGate(item));

    private WorkItem? FindStartable_NeedsGate()
    {
        if (CanStartControl_NeedsGate())
        {
            return _control;
        }

        var item = _waiting.First;
        if (item is null || CanStart_NeedsGate(item) || (_waitingToOvertake == 0 && !AnyMayJoin))
        {
            return item is not null && CanStart_NeedsGate(item) ? item : null;
        }

        do
        {
            item = item.Next;
        }
        while (item is not null && !CanStart_NeedsGate(item));

        return item;
    }

    private bool TryTakeItem_NeedsGate(out WorkItem? item)
    {
        item = FindStartable_NeedsGate();
        if (item is null)
        {
            return false;
        }

        if (ReferenceEquals(item, _control))
        {
            _controlIsRunning = true;
            item.Mailbox = this;
        }
        else
        {
            Remove_NeedsGate(item);
            Count_NeedsGate(item, 1);
        }

        _running.Add(item);
        return true;
    }

    private void Remove_NeedsGate(WorkItem item)
    {
        item.IsWaiting = false;
        _waiting.Remove(item);
        _waitingToOvertake -= item.MayOvertake ? 1 : 0;
    }

    private void Count_NeedsGate(WorkItem item, int difference)
    {
        if (!MayInterleave(item))
        {
            _blocking += difference;
            _blockingReadOnly += item.IsReadOnly ? difference : 0;
        }
    }
}
