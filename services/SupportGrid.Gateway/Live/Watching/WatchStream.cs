using Grpc.Core;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// The one implementation of list-then-watch: snapshot, synced, changes and bookmarks; with a cursor no snapshot.
/// </summary>
/// <remarks>
/// The promise to a client, word by word: responses come in order of the log; none comes twice; those of one event
/// come whole, since only the last of them carries its cursor; nothing is left out; a stream opened with a cursor goes
/// on exactly behind it; and a cursor keeps moving even when nothing happens.
/// </remarks>
internal sealed class WatchStream<TResponse>
    where TResponse : class
{
    private readonly LiveServices _services;
    private readonly WatchView<TResponse> _view;
    private readonly ResponseWriter<TResponse> _writer;
    private readonly Outbox<TResponse> _outbox;
    private readonly WakeSignal _wake = new();
    private readonly CursorWriter _cursors;
    private readonly DateTimeOffset _expiresAt;
    private readonly CancellationToken _cancelled;
    private readonly string _name;
    private LiveEvent? _early;
    private long _sentPosition;
    private long _counted;

    public WatchStream(
        LiveServices services,
        WatchView<TResponse> view,
        DateTimeOffset expiresAt,
        IServerStreamWriter<TResponse> stream,
        CancellationToken cancelled)
    {
        _services = services;
        _view = view;
        _expiresAt = expiresAt;
        _cancelled = cancelled;
        _name = view.Scope.View.ToString();
        var writeMax = TimeSpan.FromMilliseconds(services.Options.StreamWriteMsMax);
        _writer = new ResponseWriter<TResponse>(stream, writeMax, services.Clock, cancelled);
        _outbox = new Outbox<TResponse>(_writer);
        _cursors = services.Cursors.WriterFor(view.Scope);
    }

    /// <summary>Runs until the client goes, or throws the status that the stream ends with.</summary>
    /// <param name="cursor">Empty: snapshot first.</param>
    public Task RunAsync(string cursor) => RunGuardedAsync(() => PositionOf(cursor));

    /// <summary>As if resumed after a position.</summary>
    public Task RunAfterAsync(long position) => RunGuardedAsync(() => position);

    private async Task RunGuardedAsync(Func<long?> after)
    {
        _services.Metrics.Opened(_name);
        try
        {
            await RunAsync(after());
        }
        catch (Exception error) when (ClientGone.Explains(error, _cancelled))
        {
            // Nobody is left to tell.
        }
        catch (ConsumerTooSlowException)
        {
            _services.Metrics.TooSlow(_name);
            throw StreamEndings.ConsumerTooSlow();
        }
        finally
        {
            await _view.DisposeAsync();
            _services.Metrics.Closed(_name);
        }
    }

    private long? PositionOf(string cursor)
    {
        if (cursor.Length == 0)
        {
            return null;
        }

        var problem = _services.Cursors.TryRead(cursor, _view.Scope, out var position);
        return problem == CursorProblem.None ? position : throw StreamEndings.Of(problem);
    }

    private async Task RunAsync(long? after)
    {
        using var alarms = new StreamAlarms(_services, _expiresAt, _wake, _cancelled);

        // Before the snapshot is read: what happens during the reading waits in the tail.
        using var tail = _services.Hub.Open(_view.Interest, after, _services.Options, _wake);
        try
        {
            alarms.ThrowIfOver();
            await _view.OpenAsync(new WatchRun(_wake, after, _cancelled));
            _sentPosition = tail.Position;
            if (after is null)
            {
                await ListAsync(tail, alarms);
            }
            else
            {
                // Who resumes wants to know when the backlog is over: the first bookmark says it.
                alarms.BookmarkDue = true;
            }

            await FollowAsync(tail, alarms);
        }
        catch (LogTrimmedException)
        {
            // A client that was only slow may still resume; one whose cursor was already at the edge cannot.
            throw tail.Position == after ? StreamEndings.Of(CursorProblem.TooOld) : StreamEndings.ConsumerTooSlow();
        }
    }

    private async ValueTask ListAsync(LogTail tail, StreamAlarms alarms)
    {
        var shown = Math.Max(tail.Position, await _view.ListAsync(_outbox, _cancelled));
        await FinishStepAsync(null);
        _services.Hub.SetWhenPassed(shown, _wake);
        while (true)
        {
            // What happened up to there and is not in what was read belongs to the snapshot: no cursors yet.
            await DrainAsync(tail, alarms, shown);
            if (_outbox.End is not null)
            {
                return;
            }

            if (_early is not null || tail.Position >= shown)
            {
                break;
            }

            await FlushAsync();
            alarms.ThrowIfOver();
            await _wake.WaitAsync();
        }

        await _outbox.AddAsync(_view.Synced());
        await FinishStepAsync(shown);
    }

    private async ValueTask FollowAsync(LogTail tail, StreamAlarms alarms)
    {
        while (true)
        {
            await DrainAsync(tail, alarms, null);
            await TickAsync(tail.Position, alarms);
            await FlushAsync();
            if (_outbox.End is { } end)
            {
                if (end.Error is { } error)
                {
                    throw error;
                }

                return;
            }

            alarms.ThrowIfOver();
            await _wake.WaitAsync();
        }
    }

    /// <summary>Hands the view every event that is there; of a snapshot, those up to its position.</summary>
    private async ValueTask DrainAsync(LogTail tail, StreamAlarms alarms, long? snapshotUpTo)
    {
        while (_outbox.End is null)
        {
            while (_outbox.End is null && TryTake(tail, out var item))
            {
                if (item.Position > snapshotUpTo)
                {
                    _early = item;
                    return;
                }

                await _view.FollowAsync(item, _outbox, _cancelled);
                await FinishStepAsync(snapshotUpTo is null ? item.Position : null);

                // A long backlog must not hide that the token ended or that the server goes down.
                alarms.ThrowIfOver();
            }

            if (!tail.IsBehind)
            {
                return;
            }

            await FlushAsync();
            alarms.ThrowIfOver();
            await tail.FillAsync(_cancelled);
        }
    }

    private bool TryTake(LogTail tail, out LiveEvent item)
    {
        if (_early is { } early)
        {
            item = early;
            _early = null;
            return true;
        }

        return tail.TryTake(out item);
    }

    private async ValueTask TickAsync(long position, StreamAlarms alarms)
    {
        if (_outbox.End is not null)
        {
            return;
        }

        await _view.TickAsync(_outbox, _cancelled);
        await FinishStepAsync(null);
        if (!alarms.BookmarkDue)
        {
            return;
        }

        alarms.BookmarkDue = false;
        if (_outbox.End is null)
        {
            // Also when the position is the old one: a client takes a stream that is silent for too long for dead.
            await _outbox.AddAsync(_view.Bookmark());
            await FinishStepAsync(position);
        }
    }

    /// <summary>Completes what one event (or the snapshot) has to say.</summary>
    /// <param name="position">Null: it has no resume point.</param>
    private ValueTask FinishStepAsync(long? position)
    {
        if (_outbox.FinishStep() is not { } last)
        {
            return ValueTask.CompletedTask;
        }

        if (position is { } resumePoint)
        {
            _sentPosition = resumePoint;
            _view.Stamp(last, _cursors.Write(resumePoint));
        }

        return _writer.WriteAsync(last);
    }

    private ValueTask FlushAsync()
    {
        var flushed = _writer.FlushAsync();
        if (_writer.Written > _counted)
        {
            _services.Metrics.Responded(_name, _writer.Written - _counted);
            _counted = _writer.Written;
        }

        return flushed;
    }
}
