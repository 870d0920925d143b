using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>
/// The one reader of the log in a gateway process: it hands every event, in order of position, to the streams that
/// want it. What an event costs does not depend on how many clients do not want it.
/// </summary>
/// <remarks>
/// Life cycle: it stands at the head of the log when it is made; <see cref="RunAsync"/> follows from there until it is
/// stopped. A tail that joins gets every event after <see cref="Position"/> as it was at that instant; what lies before
/// it reads from the log itself. Joining, leaving and routing exclude each other.
/// </remarks>
public sealed class LogHub
{
    private readonly IEventFeed _feed;
    private readonly IEventCodec _codec;
    private readonly LiveMetrics _metrics;
    private readonly IFeedSubscription _subscription;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TenantRoutes> _tenants = new(StringComparer.Ordinal);
    private readonly PriorityQueue<WakeSignal, long> _waiting = new();
    private long _position;
    private int _tails;

    public LogHub(IEventFeed feed, IEventCodec codec, LiveMetrics metrics)
    {
        _feed = feed;
        _codec = codec;
        _metrics = metrics;
        _position = feed.Head;
        _subscription = feed.Subscribe(_position);
    }

    /// <summary>Every event up to this position has been handed out.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Streams that are connected to the log.</summary>
    public int TailsOpen => Volatile.Read(ref _tails);

    internal Lock Gate => _gate;

    /// <summary>Whether nobody is connected and nothing is kept for anybody.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _tails == 0 && _tenants.Count == 0 && _waiting.Count == 0;
            }
        }
    }

    /// <summary>Follows the log until it is stopped or the store is closed. Call it once.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            Route(await _subscription.NextAsync(stop));
        }
    }

    /// <summary>A reader of what is of interest after a position, or from now on.</summary>
    /// <param name="interest">What it wants.</param>
    /// <param name="after">The last position that it has seen; null: what has been handed out so far.</param>
    /// <param name="limits">The bounds of its memory.</param>
    /// <param name="wake">Set when there is something to read.</param>
    public LogTail Open(LogInterest interest, long? after, LiveOptions limits, WakeSignal wake)
    {
        var reader = new LogTailReader(_feed, _codec, interest, limits.RefillPageEventsMax);
        lock (_gate)
        {
            var begin = after ?? _position;
            var tail = new LogTail(this, reader, interest, begin, limits.BufferedEventsMax, wake, _metrics);
            RoutesOf(interest.Tenant).Add(tail);
            _tails++;
            return tail;
        }
    }

    /// <summary>Sets a signal once everything up to a position has been handed out; at once if it has been.</summary>
    internal void SetWhenPassed(long position, WakeSignal signal)
    {
        lock (_gate)
        {
            if (_position < position)
            {
                _waiting.Enqueue(signal, position);
                return;
            }
        }

        signal.Set();
    }

    /// <summary>Has a tenant's events folded from now on.</summary>
    internal void Add(string tenant, ITenantFold fold)
    {
        lock (_gate)
        {
            RoutesOf(tenant).Add(fold);
        }
    }

    internal void Remove(string tenant, ITenantFold fold)
    {
        lock (_gate)
        {
            if (_tenants.TryGetValue(tenant, out var routes))
            {
                routes.Remove(fold);
                Forget(tenant, routes);
            }
        }
    }

    internal void Close(LogTail tail)
    {
        lock (_gate)
        {
            if (_tenants.TryGetValue(tail.Interest.Tenant, out var routes))
            {
                routes.Remove(tail);
                Forget(tail.Interest.Tenant, routes);
            }

            _tails--;
        }
    }

    private void Route(IReadOnlyList<RecordedEvent> events)
    {
        var routed = 0;
        lock (_gate)
        {
            foreach (var recorded in events)
            {
                if (_tenants.TryGetValue(recorded.Tenant, out var routes))
                {
                    routed += routes.Route(new LiveEvent(recorded, _codec));
                }
            }

            // Only now: whoever reads the position and then finds nothing waiting has seen everything up to it.
            Volatile.Write(ref _position, events[^1].Position);
            while (_waiting.TryPeek(out var signal, out var position) && position <= _position)
            {
                _waiting.Dequeue();
                signal.Set();
            }
        }

        if (routed > 0)
        {
            _metrics.Routed(routed);
        }
    }

    private TenantRoutes RoutesOf(string tenant)
    {
        if (!_tenants.TryGetValue(tenant, out var routes))
        {
            _tenants.Add(tenant, routes = new TenantRoutes());
        }

        return routes;
    }

    private void Forget(string tenant, TenantRoutes routes)
    {
        if (routes.IsEmpty)
        {
            _tenants.Remove(tenant);
        }
    }
}
