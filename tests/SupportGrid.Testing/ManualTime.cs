namespace SupportGrid.Testing;

/// <summary>
/// A clock that stands still until it is advanced. Timers that come due run within the call that advances it, in the
/// order of their instants; timers that are due at once run on the thread pool, as they do on a real clock.
/// </summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _due = new(ByDue.Instance);
    private DateTimeOffset _now = start;
    private long _lastNumber;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Begins at noon of a day in March: for tests to which the instant does not matter.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Timers that will come due.</summary>
    public int Armed
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>The instant of the next timer, or null.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _due.Min?.Due;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on, running what comes due on the way.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves the clock to an instant, running what comes due on the way.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (TakeDue(instant) is { } timer)
        {
            timer.Run();
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (_due.Min is not { } first || first.Due > until)
            {
                _now = until > _now ? until : _now;
                return null;
            }

            _due.Remove(first);
            _now = first.Due > _now ? first.Due : _now;
            first.SetNext_NeedsGate();
            return first;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _isDisposed;

        public DateTimeOffset Due { get; private set; }

        /// <summary>Timers that are due at the same instant run in the order in which they were set.</summary>
        public long Number { get; private set; }

        public void Run()
        {
            if (!_isDisposed)
            {
                callback(state);
            }
        }

        public void SetNext_NeedsGate()
        {
            if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero && !_isDisposed)
            {
                Set_NeedsGate(_period);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                if (_isDisposed)
                {
                    return false;
                }

                time._due.Remove(this);
                _period = period;
                if (dueTime > TimeSpan.Zero)
                {
                    Set_NeedsGate(dueTime);
                }
                else if (dueTime == TimeSpan.Zero)
                {
                    SetNext_NeedsGate();
                    ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Run(), this, preferLocal: false);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                _isDisposed = true;
                time._due.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set_NeedsGate(TimeSpan after)
        {
            Due = time._now + after;
            Number = ++time._lastNumber;
            time._due.Add(this);
        }
    }

    private sealed class ByDue : IComparer<ManualTimer>
    {
        public static ByDue Instance { get; } = new();

        public int Compare(ManualTimer? x, ManualTimer? y) =>
            x!.Due != y!.Due ? x.Due.CompareTo(y.Due) : x.Number.CompareTo(y.Number);
    }
}
