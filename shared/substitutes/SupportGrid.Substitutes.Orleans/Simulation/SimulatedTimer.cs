namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>A timer of a <see cref="SimulatedTime"/>.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, TimerCallback callback, object? state, object? owner) : ITimer
{
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private bool _isDisposed;

    /// <summary>Guarded by the clock: an entry of another version is obsolete.</summary>
    internal long Version { get; set; }

    internal TimeSpan Period { get; set; }

    /// <summary>Whoever's timers can be dropped together.</summary>
    internal object? Owner { get; } = owner;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        time.Set(this, IsNever(dueTime) ? null : dueTime, IsNever(period) ? TimeSpan.Zero : period);
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        time.Set(this, null, TimeSpan.Zero);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Call()
    {
        if (_isDisposed)
        {
            return;
        }

        if (_flow is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_flow, static self => ((SimulatedTimer)self!).CallInFlow(), this);
        }
    }

    private static bool IsNever(TimeSpan time) => time == Timeout.InfiniteTimeSpan;

    private void CallInFlow() => callback(state);
}
