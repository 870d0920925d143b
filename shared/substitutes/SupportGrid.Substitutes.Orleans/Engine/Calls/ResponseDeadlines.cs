using System.Collections.Concurrent;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>Ends the waiting of callers whose answer does not come in time.</summary>
/// <remarks>
/// Calls with the same timeout stand in one line, so that the first of it is always the next to expire: adding and
/// removing take constant time and one timer serves a line. Lines are split by thread to keep callers apart.
/// </remarks>
internal sealed class ResponseDeadlines : IDisposable
{
    private readonly TimeProvider _time;
    private readonly int _stripes;
    private readonly ConcurrentDictionary<(TimeSpan Timeout, int Stripe), Line> _lines = new();

    internal ResponseDeadlines(TimeProvider time, int stripes)
    {
        _time = time;
        _stripes = stripes;
    }

    public void Dispose()
    {
        foreach (var line in _lines.Values)
        {
            line.Dispose();
        }
    }

    internal void Add(GrainCall call, TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan || timeout == TimeSpan.MaxValue)
        {
            return;
        }

        var key = (timeout, Environment.CurrentManagedThreadId % _stripes);
        var line = _lines.TryGetValue(key, out var known)
            ? known
            : _lines.GetOrAdd(key, static (added, time) => new Line(time, added.Timeout), _time);
        line.Add(call);
    }

    /// <summary>Ends the waiting of callers that are no grains.</summary>
    internal void FailCallsFromOutside(Exception error)
    {
        foreach (var line in _lines.OrderBy(entry => entry.Key).Select(entry => entry.Value))
        {
            foreach (var call in line.Awaited().Where(call => call.Source is null))
            {
                call.Reject(error);
            }
        }
    }

    /// <summary>Calls with one timeout, in the order in which they expire.</summary>
    internal sealed class Line : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly TimeProvider _time;
        private readonly TimeSpan _timeout;
        private readonly long _ticks;
        private readonly ITimer _timer;
        private GrainCall? _first;
        private GrainCall? _last;
        private bool _isArmed;

        internal Line(TimeProvider time, TimeSpan timeout)
        {
            _time = time;
            _timeout = timeout;
            _ticks = (long)(timeout.TotalSeconds * time.TimestampFrequency);
            using (FlowSuppression.Begin())
            {
                _timer = time.CreateTimer(
                    static line => ((Line)line!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose() => _timer.Dispose();

        internal void Add(GrainCall call)
        {
            lock (_gate)
            {
                call.Deadline = _time.GetTimestamp() + _ticks;
                call.AwaitedIn = this;
                call.PreviousAwaited = _last;
                if (_last is null)
                {
                    _first = call;
                }
                else
                {
                    _last.NextAwaited = call;
                }

                _last = call;
                if (!_isArmed)
                {
                    _isArmed = true;
                    _timer.Change(_timeout, Timeout.InfiniteTimeSpan);
                }
            }
        }

        internal void Remove(GrainCall call)
        {
            lock (_gate)
            {
                if (call.AwaitedIn is not null)
                {
                    Remove_NeedsGate(call);
                }
            }
        }

        internal List<GrainCall> Awaited()
        {
            lock (_gate)
            {
                var calls = new List<GrainCall>();
                for (var call = _first; call is not null; call = call.NextAwaited)
                {
                    calls.Add(call);
                }

                return calls;
            }
        }

        private void Remove_NeedsGate(GrainCall call)
        {
            (call.PreviousAwaited is null ? ref _first : ref call.PreviousAwaited.NextAwaited) = call.NextAwaited;
            (call.NextAwaited is null ? ref _last : ref call.NextAwaited.PreviousAwaited) = call.PreviousAwaited;
            call.AwaitedIn = null;
            call.NextAwaited = call.PreviousAwaited = null;
        }

        private void Expire()
        {
            while (TakeExpired() is { } call)
            {
                call.TimeOut(_timeout);
            }
        }

        /// <summary>The next expired call; when there is none, sets the timer for the next to expire.</summary>
        private GrainCall? TakeExpired()
        {
            lock (_gate)
            {
                var left = _first is null ? 0 : _first.Deadline - _time.GetTimestamp();
                if (_first is not null && left <= 0)
                {
                    var expired = _first;
                    Remove_NeedsGate(expired);
                    return expired;
                }

                _isArmed = _first is not null;
                if (_isArmed)
                {
                    // A millisecond more than needed: a timer that fires early would only be set again.
                    var wait = TimeSpan.FromSeconds((double)left / _time.TimestampFrequency);
                    _timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                }

                return null;
            }
        }
    }
}
