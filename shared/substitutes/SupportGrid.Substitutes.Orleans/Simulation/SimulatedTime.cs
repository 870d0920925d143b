namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>A clock that stands still until it is told to advance.</summary>
/// <remarks>
/// Timers fire in the order of their due times, those due at one instant in the order in which they were set. Alone, it
/// fires them on the thread that calls <see cref="Advance"/>; in a <see cref="SimulatedCluster"/> they fire in turns.
/// </remarks>
public sealed class SimulatedTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(SimulatedTimer Timer, long Version), (long Due, long Order)> _due = new();
    private readonly DateTimeOffset _start;
    private long _elapsed;
    private long _lastOrder;

    /// <summary>A clock that starts at the given instant.</summary>
    public SimulatedTime(DateTimeOffset start) => _start = start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The time that has passed since the start.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _elapsed));

    /// <summary>What to do with the callback of a due timer: by default it is called.</summary>
    internal Action<SimulatedTimer> Fire { get; set; } = static timer => timer.Call();

    /// <summary>Called when a timer is set: for checks.</summary>
    internal Action Setting { get; set; } = static () => { };

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(callback, state, dueTime, period, owner: null);

    /// <summary>Lets time pass and fires what becomes due, each at its own instant.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = Elapsed + time;
        while (TryAdvanceToNext(end))
        {
        }

        lock (_gate)
        {
            _elapsed = Math.Max(_elapsed, end.Ticks);
        }
    }

    internal SimulatedTimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, object? owner)
    {
        var timer = new SimulatedTimer(this, callback, state, owner);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>When the next timer is due, as time since the start; null if none is set.</summary>
    internal TimeSpan? NextDue()
    {
        lock (_gate)
        {
            DropObsolete_NeedsGate();
            return _due.TryPeek(out _, out var priority) ? TimeSpan.FromTicks(priority.Due) : null;
        }
    }

    /// <summary>
    /// Goes to the next instant at which a timer is due and fires one; false if none is due by the limit.
    /// </summary>
    internal bool TryAdvanceToNext(TimeSpan limit)
    {
        SimulatedTimer timer;
        lock (_gate)
        {
            DropObsolete_NeedsGate();
            if (!_due.TryPeek(out var next, out var priority) || priority.Due > limit.Ticks)
            {
                return false;
            }

            _due.Dequeue();
            _elapsed = Math.Max(_elapsed, priority.Due);
            timer = next.Timer;
            timer.Version++;
            if (timer.Period > TimeSpan.Zero)
            {
                Enqueue_NeedsGate(timer, timer.Period);
            }
        }

        Fire(timer);
        return true;
    }

    internal void Set(SimulatedTimer timer, TimeSpan? dueTime, TimeSpan period)
    {
        Setting();
        lock (_gate)
        {
            timer.Version++;
            timer.Period = period;
            if (dueTime is { } due)
            {
                Enqueue_NeedsGate(timer, due);
            }
        }
    }

    /// <summary>Drops all timers of an owner.</summary>
    internal void Drop(object owner)
    {
        lock (_gate)
        {
            foreach (var (entry, _) in _due.UnorderedItems)
            {
                if (ReferenceEquals(entry.Timer.Owner, owner))
                {
                    entry.Timer.Version++;
                }
            }
        }
    }

    private void Enqueue_NeedsGate(SimulatedTimer timer, TimeSpan due) =>
        _due.Enqueue((timer, timer.Version), (_elapsed + due.Ticks, ++_lastOrder));

    private void DropObsolete_NeedsGate()
    {
        while (_due.TryPeek(out var next, out _) && next.Version != next.Timer.Version)
        {
            _due.Dequeue();
        }
    }
}
