namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore
{
    /// <inheritdoc />
    public ValueTask<StoredSnapshot?> ReadAsync(
        string name, string key, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(database => database.Snapshots.Read(name, key), cancellationToken);

    /// <inheritdoc />
    public ValueTask<SnapshotWriteResult> WriteAsync(
        string name,
        string key,
        ReadOnlyMemory<byte> data,
        string? etag,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, _options.SnapshotBytesMax, nameof(data));
        return WriteAsync(
            new PendingCall<SnapshotWriteResult>(
                data.Length, session => session.Database.Snapshots.Write(name, key, data, etag)),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<SnapshotWriteResult.Conflict?> ClearAsync(
        string name, string key, string? etag, CancellationToken cancellationToken = default) =>
        WriteAsync(
            new PendingCall<SnapshotWriteResult.Conflict?>(
                0, session => session.Database.Snapshots.Clear(name, key, etag)),
            cancellationToken);
}
