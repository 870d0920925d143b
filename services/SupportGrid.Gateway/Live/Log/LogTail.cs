using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>
/// One stream's way through the log: what happened before it joined and what overflowed its bounded buffer it reads
/// from the log; everything else comes from the hub. No event is skipped or returned twice.
/// </summary>
/// <remarks>
/// <para>Only the owner calls <see cref="TryTake"/> and <see cref="FillAsync"/>, one at a time; the hub calls
/// <see cref="Offer"/>. The pattern is: take until nothing is there; then fill if <see cref="IsBehind"/>, else
/// wait.</para>
/// <para>Rejoining leaves no hole: the buffer is opened first, under the hub's gate, and the log is then read up to the
/// hub's position of that instant; events in the buffer that the log has brought as well are dropped by
/// position.</para>
/// </remarks>
public sealed class LogTail : IDisposable
{
    private readonly LogHub _hub;
    private readonly LogTailReader _reader;
    private readonly EventRing _ring;
    private readonly Lock _gate = new();
    private readonly WakeSignal _wake;
    private readonly LiveMetrics _metrics;

    private bool _overflowed;
    private long _offered;
    private bool _closed;

    // The owner's side: the log is to be read up to here before the buffer counts.
    private long _readUpTo;
    private FeedPage? _page;
    private int _next;

    internal LogTail(
        LogHub hub,
        LogTailReader reader,
        LogInterest interest,
        long after,
        int bufferedMax,
        WakeSignal wake,
        LiveMetrics metrics)
    {
        _hub = hub;
        _reader = reader;
        _ring = new EventRing(bufferedMax);
        _wake = wake;
        _metrics = metrics;
        Interest = interest;
        Position = after;
        _readUpTo = hub.Position;
    }

    internal LogInterest Interest { get; }

    /// <summary>Everything of interest up to here has been returned.</summary>
    public long Position { get; private set; }

    /// <summary>Whether the log must be read before anything more can be taken.</summary>
    public bool IsBehind
    {
        get
        {
            if (_page is not null || Position < _readUpTo)
            {
                return _page is null;
            }

            lock (_gate)
            {
                return _overflowed && _ring.Count == 0;
            }
        }
    }

    /// <summary>Events that wait in memory, for gauges and tests.</summary>
    public int Buffered
    {
        get
        {
            lock (_gate)
            {
                return _ring.Count;
            }
        }
    }

    /// <summary>
    /// The next event, if one is there. If not, <see cref="Position"/> is as far as the hub has come.
    /// </summary>
    public bool TryTake(out LiveEvent item)
    {
        if (TryTakeFromPage(out item!))
        {
            return true;
        }

        if (Position < _readUpTo)
        {
            return false;
        }

        // Read before the buffer: what was handed out up to it is in the buffer by now, or this tail overflowed.
        var passed = _hub.Position;
        lock (_gate)
        {
            while (_ring.TryTake(out var taken))
            {
                if (taken!.Position > Position)
                {
                    Position = taken.Position;
                    item = taken;
                    return true;
                }
            }

            if (!_overflowed && passed > Position)
            {
                Position = passed;
            }
        }

        item = null!;
        return false;
    }

    /// <summary>Reads the next page of the log; needed when <see cref="IsBehind"/>.</summary>
    /// <exception cref="LogTrimmedException">What comes next is not kept any more.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (Position >= _readUpTo)
        {
            Rejoin();
        }

        _metrics.Refilled();
        _page = await _reader.ReadAsync(Position, _readUpTo, cancellationToken);
        _next = 0;
        FinishPage();
    }

    /// <summary>Leaves the hub; nothing of it is kept.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _ring.Clear();
        }

        _hub.Close(this);
    }

    /// <summary>From the hub: the next event of interest.</summary>
    internal void Offer(LiveEvent item)
    {
        lock (_gate)
        {
            // An event may be of interest for two reasons, its stream and its audience; it comes once.
            if (_closed || item.Position == _offered)
            {
                return;
            }

            _offered = item.Position;
            if (!_overflowed && !_ring.TryAdd(item))
            {
                // What is buffered stays in order before what will be read; from here on the log remembers for us.
                _overflowed = true;
            }
        }

        _wake.Set();
    }

    private void Rejoin()
    {
        lock (_hub.Gate)
        {
            lock (_gate)
            {
                _overflowed = false;
                _readUpTo = _hub.Position;
            }
        }
    }

    private bool TryTakeFromPage(out LiveEvent? item)
    {
        if (_page is null)
        {
            item = null;
            return false;
        }

        item = new LiveEvent(_page.Events[_next++], _reader.Codec);
        Position = item.Position;
        FinishPage();
        return true;
    }

    private void FinishPage()
    {
        if (_page is not null && _next >= _page.Events.Count)
        {
            Position = Math.Max(Position, _page.Through);
            _page = null;
        }
    }
}
