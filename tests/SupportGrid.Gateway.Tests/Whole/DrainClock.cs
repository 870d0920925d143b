namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>The machine's clock, but what waits for exactly <see cref="Delay"/> waits until it is let go.</summary>
internal sealed class DrainClock : TimeProvider
{
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(601);

    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private bool _isLetGo;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Delay)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new Waiting(base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        lock (_gate)
        {
            _waiting.Add(timer);
            if (_isLetGo)
            {
                timer.Fire();
            }
        }

        return timer;
    }

    public void LetGo()
    {
        lock (_gate)
        {
            _isLetGo = true;
            _waiting.ForEach(t => t.Fire());
        }
    }

    private sealed class Waiting(ITimer inner) : ITimer
    {
        /// <summary>Once; never on the caller's thread.</summary>
        public void Fire() => inner.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
