namespace SupportGrid.EventStore;

/// <summary>Keeps one value under a name and a key, guarded by a tag that changes with every write.</summary>
public interface ISnapshotStore
{
    /// <summary>Reads a value; null if there is none.</summary>
    ValueTask<StoredSnapshot?> ReadAsync(string name, string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a value if the tag is still the stored one (null: if there is no value yet).</summary>
    /// <exception cref="EventStoreUnavailableException">The storage failed; nothing was acknowledged.</exception>
    ValueTask<SnapshotWriteResult> WriteAsync(
        string name, string key, ReadOnlyMemory<byte> data, string? etag,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes a value if the tag is still the stored one. Removing what is not there is no conflict.
    /// </summary>
    /// <returns>Null when the value is gone; otherwise the conflict.</returns>
    /// <exception cref="EventStoreUnavailableException">The storage failed; nothing was acknowledged.</exception>
    ValueTask<SnapshotWriteResult.Conflict?> ClearAsync(
        string name, string key, string? etag, CancellationToken cancellationToken = default);
}
