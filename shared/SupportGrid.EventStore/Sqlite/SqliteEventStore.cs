using System.Security.Cryptography;
using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// The event log in one SQLite file: no server to install. One process at a time has it open; others on the machine may
/// read along with <see cref="SqliteLogFollower"/>.
/// </summary>
/// <remarks>
/// Writes go through one writer, which commits whatever has queued up in one transaction; reads go through connections
/// of their own and see the last commit. Closing answers what is queued, then refuses.
/// </remarks>
public sealed partial class SqliteEventStore : IEventStore, IEventFeed, ISnapshotStore, IAsyncDisposable
{
    /// <summary>Name of the file in the data folder. A backup is such a file.</summary>
    public const string FileName = SqliteFolder.LogFile;

    private readonly EventStoreOptions _options;
    private readonly SqliteFolder _folder;
    private readonly WriteSession _session;
    private readonly ReadPool _readers;
    private readonly LiveLog _log;
    private readonly SqliteReads _reads;
    private readonly CompletedReactions _completed = new();
    private readonly StoreInstruments _instruments;
    private readonly GroupCommit _commit;
    private readonly IWriter _writer;
    private readonly ITimer _completionTimer;
    private int _closed;

    private SqliteEventStore(EventStoreOptions options, SqliteFolder folder, Database writing, TimeProvider time)
    {
        _options = options;
        _folder = folder;
        _session = new WriteSession(writing, new StreamVersions(options.KnownStreamsMax));
        _readers = new ReadPool(folder, options.ReadConnectionsMax);
        _log = new LiveLog(options.RecentEventsMax, options.RecentBytesMax);
        _log.Restart(_session.Head);
        _reads = new SqliteReads(_log, _readers, options.PageEventsMax);
        _instruments = new StoreInstruments(time);
        _commit = new GroupCommit(_session, _log, _completed, _instruments);
        _writer = options.Inline ? new InlineWriter(_commit) : new WriterThread(_commit, options);
        _completionTimer = time.CreateTimer(
            _ => DeleteCompleted(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _epoch = writing.Log.Epoch();
        _oldest = writing.Events.Oldest();
    }

    /// <summary>Why the last write failed, if the storage fails now; null when writes succeed.</summary>
    public EventStoreUnavailableException? WriteFailure => _commit.Failure;

    /// <summary>
    /// Opens the log of a data folder, creating both if they are not there. Blocks while it checks the file.
    /// </summary>
    /// <param name="options">Where it lies, and its limits.</param>
    /// <param name="time">The clock of its housekeeping; the system's if not given.</param>
    /// <exception cref="DataFolderException">The folder or its file cannot be used; the message says why.</exception>
    public static ValueTask<SqliteEventStore> OpenAsync(EventStoreOptions options, TimeProvider? time = null)
    {
        var folder = SqliteFolder.Take(options.DataFolder, options.Durable);
        try
        {
            var writing = new Database(folder.OpenToWrite(options.CheckOnOpen, NewEpoch()));
            return ValueTask.FromResult(new SqliteEventStore(options, folder, writing, time ?? TimeProvider.System));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Answers what is queued, ends the waits of readers, and releases the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        await _completionTimer.DisposeAsync();
        await _writer.DisposeAsync();
        _log.Close();
        await _readers.DisposeAsync();
        _session.Dispose();
        _instruments.Dispose();
        _folder.Dispose();
    }

    /// <summary>Names a log. Drawn at random, because two copies of one log must not get the same name.</summary>
    private static string NewEpoch() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private async ValueTask<TAnswer> WriteAsync<TAnswer>(
        PendingWrite<TAnswer> write, CancellationToken cancellationToken)
    {
        await _writer.EnqueueAsync(write, cancellationToken);
        return await write.Answered;
    }
}
