using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>One state of the log: a read transaction on a connection of its own.</summary>
internal sealed class SqliteLogView : ILogView
{
    private readonly Database _database;

    private SqliteLogView(Database database)
    {
        _database = database;
        Epoch = database.Log.Epoch();
        Counts = CountAll(database);
    }

    public string Epoch { get; }

    public ArchiveCounts Counts { get; }

    /// <summary>Takes the connection over. The first read fixes the state that all others see.</summary>
    /// <exception cref="EventStoreUnavailableException">The storage failed.</exception>
    public static SqliteLogView Open(Database database)
    {
        try
        {
            database.Run("BEGIN");
            return new SqliteLogView(database);
        }
        catch (SqliteException e)
        {
            database.Dispose();
            throw SqliteErrors.Unreadable(e);
        }
    }

    public static ArchiveCounts CountAll(Database database) => new(
        database.Events.CountAll(),
        database.Claims.CountAll(),
        database.OpenStreams.CountAll(),
        database.Outbox.CountAll(),
        database.Snapshots.CountAll());

    public IEnumerable<ArchiveRecord> Records() =>
        _database.Events.Stream().Select(recorded => (ArchiveRecord)new ArchiveRecord.Event(recorded))
            .Concat(_database.Claims.Stream())
            .Concat(_database.OpenStreams.Stream().Select(open => new ArchiveRecord.Open(open)))
            .Concat(_database.Outbox.Stream())
            .Concat(_database.Snapshots.Stream());

    public void Dispose() => _database.Dispose();
}
