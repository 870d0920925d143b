using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Reads the log of a data folder that another process on this machine writes, and follows it.
/// </summary>
/// <remarks>
/// <para>Reads of streams see every commit, also while the writer is down. The feed lags by no more than
/// <see cref="EventStoreOptions.FollowInterval"/> and the time of the read.</para>
/// <para>While the log cannot be read, or is another one than at the start, the feed fails: its head would be
/// wrong.</para>
/// </remarks>
public sealed class SqliteLogFollower : IEventReader, IEventFeed, IAsyncDisposable
{
    private readonly EventStoreOptions _options;
    private readonly SqliteFolder _folder;
    private readonly ReadPool _readers;
    private readonly LiveLog _log;
    private readonly SqliteReads _reads;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _following;
    private volatile EventStoreUnavailableException? _failure;

    private SqliteLogFollower(
        EventStoreOptions options, SqliteFolder folder, ReadPool readers, LogBounds bounds, TimeProvider time)
    {
        _options = options;
        _folder = folder;
        _readers = readers;
        _log = new LiveLog(options.RecentEventsMax, options.RecentBytesMax);
        _log.Restart(bounds.Head);
        _reads = new SqliteReads(_log, _readers, options.PageEventsMax);
        Epoch = bounds.Epoch;
        Oldest = bounds.Oldest;
        _following = FollowAsync(time);
    }

    /// <inheritdoc />
    public string Epoch { get; }

    /// <inheritdoc />
    public long Head => _log.Head;

    /// <inheritdoc />
    public long Oldest { get; }

    /// <summary>Joins the log of a data folder.</summary>
    /// <param name="options">Where it lies, and the limits of reading.</param>
    /// <param name="time">The clock by which it looks for commits; the system's if not given.</param>
    /// <exception cref="DataFolderException">There is no log that this program can read.</exception>
    /// <exception cref="EventStoreUnavailableException">The storage failed.</exception>
    public static async ValueTask<SqliteLogFollower> JoinAsync(EventStoreOptions options, TimeProvider? time = null)
    {
        var folder = SqliteFolder.Join(options.DataFolder);
        var readers = new ReadPool(folder, options.ReadConnectionsMax);
        var bounds = await readers.ReadAsync(LogBounds.Of, CancellationToken.None);
        return new SqliteLogFollower(options, folder, readers, bounds, time ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long afterVersion, int limit, CancellationToken cancellationToken = default) =>
        _reads.ReadStreamAsync(tenant, stream, afterVersion, limit, cancellationToken);

    /// <inheritdoc />
    public ValueTask<string?> FindClaimAsync(
        string tenant, string claim, CancellationToken cancellationToken = default) =>
        _reads.FindClaimAsync(tenant, claim, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<OpenStream>> ListOpenAsync(
        string category, string? tenant = null, string? group = null, CancellationToken cancellationToken = default) =>
        _reads.ListOpenAsync(category, tenant, group, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<OpenStream>> ListOpenAfterAsync(
        string category, string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        _reads.ListOpenAfterAsync(category, tenant, after, limit, cancellationToken);

    /// <inheritdoc />
    /// <remarks>What the writer has completed counts here when it has left the disk.</remarks>
    public ValueTask<long> ReadSettledAsync(string tenant, CancellationToken cancellationToken = default) =>
        _reads.ReadSettledAsync(tenant, Head, [], cancellationToken);

    /// <inheritdoc />
    public async ValueTask ProbeAsync(CancellationToken cancellationToken = default)
    {
        if (_failure is { } failure)
        {
            throw failure;
        }

        await _readers.ReadAsync(database => database.Log.Epoch(), cancellationToken);
    }

    /// <inheritdoc />
    /// <exception cref="EventStoreUnavailableException">The log could not be followed of late.</exception>
    public ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken = default) =>
        _failure is { } failure
            ? ValueTask.FromException<FeedPage>(failure)
            : _reads.ReadFeedAsync(query, cancellationToken);

    /// <inheritdoc />
    public IFeedSubscription Subscribe(long after) => _reads.Subscribe(this, after);

    /// <inheritdoc />
    public ValueTask WaitForPositionAsync(long position, CancellationToken cancellationToken = default) =>
        _log.WaitForAsync(position, cancellationToken);

    /// <summary>Ends the waits of readers. The log goes on without this reader.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _following;
        _log.Close();
        await _readers.DisposeAsync();
        _folder.Dispose();
        _stopping.Dispose();
    }

    private async Task FollowAsync(TimeProvider time)
    {
        using var ticks = new PeriodicTimer(_options.FollowInterval, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(_stopping.Token))
            {
                await TryCatchUpAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Nobody follows any more.
        }
    }

    private async Task TryCatchUpAsync()
    {
        try
        {
            while (await TakePageAsync() == _options.PageEventsMax)
            {
                // There may be more.
            }

            _failure = null;
        }
        catch (Exception e) when (e is EventStoreUnavailableException or InvalidDataException)
        {
            // Readers are told by the feed; the next tick tries again.
            _failure = e as EventStoreUnavailableException ?? new(e.Message, isRetryable: false, e);
        }
    }

    /// <returns>How many events were new.</returns>
    private async Task<int> TakePageAsync()
    {
        var limit = _options.PageEventsMax;
        var (epoch, events) = await _readers.ReadAsync(
            database => (
                database.Log.Epoch(),
                database.Events.ReadFeed(new FeedQuery(_log.Head, limit), long.MaxValue, limit)),
            _stopping.Token);
        if (epoch != Epoch)
        {
            throw new EventStoreUnavailableException(
                "The data folder holds another log than before; start again.", isRetryable: false);
        }

        if (events.Count > 0)
        {
            _log.Publish(events);
        }

        return events.Count;
    }

    private sealed record LogBounds(string Epoch, long Oldest, long Head)
    {
        public static LogBounds Of(Database database) =>
            new(database.Log.Epoch(), database.Events.Oldest(), database.Events.Head());
    }
}
