namespace SupportGrid.EventStore.Sqlite;

/// <summary>Brings writes to the commit, one batch after the other.</summary>
internal interface IWriter : IAsyncDisposable
{
    /// <summary>Takes a write over; its answer comes with the write. Waits while there is no room.</summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    ValueTask EnqueueAsync(PendingWrite write, CancellationToken cancellationToken);

    /// <summary>Asks for a commit even if nothing is queued.</summary>
    void Nudge();
}
