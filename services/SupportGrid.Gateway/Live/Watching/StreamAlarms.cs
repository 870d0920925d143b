using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// What wakes a stream beside events: the client goes, the server stops, the token ends, a bookmark is due.
/// </summary>
internal sealed class StreamAlarms : IDisposable
{
    /// <summary>The longest that a timer is set to: they reach about 49 days.</summary>
    public static readonly TimeSpan TimerMax = TimeSpan.FromDays(40);

    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _expiresAt;
    private readonly CancellationToken _cancelled;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenRegistration _onCancelled;
    private readonly CancellationTokenRegistration _onStop;
    private readonly ITimer _bookmarks;
    private readonly ITimer? _expiry;
    private bool _bookmarkDue;

    public StreamAlarms(LiveServices services, DateTimeOffset expiresAt, WakeSignal wake, CancellationToken cancelled)
    {
        _clock = services.Clock;
        _expiresAt = expiresAt;
        _cancelled = cancelled;
        _stop = services.Stop.Token;
        _onCancelled = cancelled.UnsafeRegister(static w => ((WakeSignal)w!).Set(), wake);
        _onStop = _stop.UnsafeRegister(static w => ((WakeSignal)w!).Set(), wake);
        var period = TimeSpan.FromMilliseconds(services.Options.BookmarkMs);
        _bookmarks = _clock.CreateTimer(
            _ =>
            {
                Volatile.Write(ref _bookmarkDue, true);
                wake.Set();
            },
            null,
            period,
            period);

        // A token that lives longer outlives any connection.
        var left = expiresAt - _clock.GetUtcNow();
        _expiry = left > TimeSpan.Zero && left < TimerMax
            ? _clock.CreateTimer(static w => ((WakeSignal)w!).Set(), wake, left, Timeout.InfiniteTimeSpan)
            : null;
    }

    /// <summary>Whether the stream has been without a cursor for long enough.</summary>
    public bool BookmarkDue
    {
        get => Volatile.Read(ref _bookmarkDue);
        set => Volatile.Write(ref _bookmarkDue, value);
    }

    /// <summary>Throws what the stream must end with, if it must.</summary>
    public void ThrowIfOver()
    {
        _cancelled.ThrowIfCancellationRequested();
        if (_clock.GetUtcNow() >= _expiresAt)
        {
            throw StreamEndings.TokenExpired();
        }

        if (_stop.IsCancellationRequested)
        {
            throw StreamEndings.Draining();
        }
    }

    public void Dispose()
    {
        _onCancelled.Dispose();
        _onStop.Dispose();
        _bookmarks.Dispose();
        _expiry?.Dispose();
    }
}
