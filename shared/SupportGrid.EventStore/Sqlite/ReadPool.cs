using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Connections for reading, opened when needed and kept. Reads run on the caller's thread: what they read is nearly
/// always in the page cache, and a hop to another thread would cost more than the read.
/// </summary>
internal sealed class ReadPool(SqliteFolder folder, int connectionsMax) : IAsyncDisposable
{
    private readonly SemaphoreSlim _room = new(connectionsMax);
    private readonly Stack<Database> _idle = new();
    private volatile bool _closed;

    /// <summary>Runs a read on a connection of its own.</summary>
    /// <exception cref="EventStoreUnavailableException">The storage failed.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            return Read(read);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Opens a connection outside the pool, for a long read; whoever uses it closes it.</summary>
    /// <exception cref="EventStoreUnavailableException">The storage failed.</exception>
    public Database OpenApart()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
        try
        {
            return new Database(folder.OpenToRead());
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Unreadable(e);
        }
    }

    /// <summary>Waits for the reads under way and closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        for (var i = 0; i < connectionsMax; i++)
        {
            await _room.WaitAsync();
        }

        foreach (var database in _idle)
        {
            database.Dispose();
        }

        // Late callers still wait for room and must be told that the store is closed.
        _idle.Clear();
        _room.Release(connectionsMax);
    }

    private T Read<T>(Func<Database, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
        Database? database = null;
        try
        {
            database = Rent();
            var answer = read(database);
            lock (_idle)
            {
                _idle.Push(database);
            }

            return answer;
        }
        catch (Exception e)
        {
            // A connection that failed is not trusted again.
            database?.Dispose();
            if (e is SqliteException error)
            {
                throw SqliteErrors.Unreadable(error);
            }

            throw;
        }
    }

    private Database Rent()
    {
        lock (_idle)
        {
            if (_idle.TryPop(out var idle))
            {
                return idle;
            }
        }

        return new Database(folder.OpenToRead());
    }
}
