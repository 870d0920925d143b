namespace SupportGrid.EventStore.Sqlite;

/// <summary>Commits each write on the caller's thread, alone, before the call returns.</summary>
internal sealed class InlineWriter(GroupCommit commit) : IWriter
{
    private readonly Lock _lock = new();
    private bool _closed;

    public ValueTask EnqueueAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            commit.Commit([write]);
        }

        return ValueTask.CompletedTask;
    }

    public void Nudge()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                commit.Commit([]);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Nudge();
        lock (_lock)
        {
            _closed = true;
        }

        return ValueTask.CompletedTask;
    }
}
