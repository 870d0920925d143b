using SupportGrid.Substitutes.Orleans.Engine.Activations;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Timers;

/// <summary>A timer of a grain: each tick is an item of the activation's mailbox.</summary>
/// <remarks>The next tick is set when the last one has ended. A tick that fails does not stop the timer.</remarks>
internal sealed class GrainTimer : WorkItem, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _isTicking;
    private bool _wasChanged;
    private bool _isOverdue;

    internal GrainTimer(
        Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, nameof(options.DueTime));
        Check(options.Period, nameof(options.Period));
        _activation = activation;
        _callback = callback;
        _options = options;
        _period = options.Period;
        Context = RequestContext.Values;
        _timer = activation.Engine.CreateTimer(Due, Timeout.InfiniteTimeSpan);
        activation.Add(this);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    internal override bool AlwaysInterleaves => _options.Interleave;

    internal override bool KeepsActive => _options.KeepAlive;

    internal override string Description => $"Timer of {_activation.Name}";

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        lock (_gate)
        {
            _period = period;
            _wasChanged = true;
            if (!_ended.IsCancellationRequested)
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_ended.IsCancellationRequested)
            {
                return;
            }

            _timer.Dispose();
        }

        _activation.TryWithdraw(this);
        _activation.Remove(this);
        _ended.Cancel();
    }

    internal override void Start(Mailbox mailbox) => _ = TickAsync();

    internal override void Reject(Exception error) => Dispose();

    private static void Check(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
        }
    }

    private void Due()
    {
        lock (_gate)
        {
            if (_ended.IsCancellationRequested || _isTicking)
            {
                // Changed during a tick: the next one comes when this one has ended.
                _isOverdue = _isTicking;
                return;
            }

            _isTicking = true;
            _wasChanged = false;
        }

        _activation.TryPost(this);
    }

    private async Task TickAsync()
    {
        try
        {
            if (!_ended.IsCancellationRequested)
            {
                await _callback(_ended.Token);
            }
        }
#pragma warning disable CA1031 // A failing tick must not stop the timer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _activation.Engine.Log.TimerFailed(_activation.Name, error);
        }

        _activation.Ended(this);
        lock (_gate)
        {
            var isSet = _wasChanged && !_isOverdue;
            var next = _isOverdue ? TimeSpan.Zero : _period;
            _isTicking = _isOverdue = false;
            if (!_ended.IsCancellationRequested && !isSet)
            {
                _timer.Change(next, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
