using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>One connection, its tables, and every statement prepared on it. For one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _prepared = [];

    public Database(SqliteConnection connection)
    {
        _connection = connection;
        Events = new EventTable(this);
        Outbox = new OutboxTable(this);
        Claims = new ClaimTable(this);
        OpenStreams = new OpenStreamTable(this);
        Snapshots = new SnapshotTable(this);
        Log = new LogTable(this);
    }

    public EventTable Events { get; }

    public OutboxTable Outbox { get; }

    public ClaimTable Claims { get; }

    public OpenStreamTable OpenStreams { get; }

    public SnapshotTable Snapshots { get; }

    public LogTable Log { get; }

    /// <summary>Whether a transaction is open. The engine ends one by itself when the storage fails.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Compiles a statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _prepared.Add(statement);
        return statement;
    }

    /// <summary>Executes a statement that is not worth keeping.</summary>
    public void Run(string sql)
    {
        using var statement = new Statement(_connection, sql);
        statement.Execute();
    }

    public void Dispose()
    {
        // A connection with living statements would stay open behind our back, and with it the write-ahead log.
        _prepared.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }
}
