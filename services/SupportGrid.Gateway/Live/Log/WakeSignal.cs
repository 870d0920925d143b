using System.Threading.Tasks.Sources;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>
/// "Look again": any number of sources set it, one waiter waits for it. Setting it twice before the waiter looks is
/// the same as once. Waiting allocates nothing.
/// </summary>
public sealed class WakeSignal : IValueTaskSource
{
    private const int Idle = 0;
    private const int Raised = 1;
    private const int Waiting = 2;

    // The setter is the hub or a timer: the waiter's work must never run on it.
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private int _state;

    /// <summary>Wakes the waiter, or lets its next wait return at once.</summary>
    public void Set()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state == Raised)
            {
                return;
            }

            var next = state == Waiting ? Idle : Raised;
            if (Interlocked.CompareExchange(ref _state, next, state) == state)
            {
                if (state == Waiting)
                {
                    _core.SetResult(true);
                }

                return;
            }
        }
    }

    /// <summary>Completes when it was set since the last wait returned. One waiter at a time.</summary>
    public ValueTask WaitAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Idle, Raised) == Raised)
        {
            return ValueTask.CompletedTask;
        }

        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle)
        {
            return new ValueTask(this, _core.Version);
        }

        // It was raised in between.
        Volatile.Write(ref _state, Idle);
        return ValueTask.CompletedTask;
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
