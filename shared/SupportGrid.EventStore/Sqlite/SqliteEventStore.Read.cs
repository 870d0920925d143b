namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore
{
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
    public async ValueTask ProbeAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        await _readers.ReadAsync(database => database.Log.Epoch(), cancellationToken);
        if (WriteFailure is not null)
        {
            _folder.ProbeRoom();
            await WriteAsync(new PendingCall<bool>(0, Rewrite), cancellationToken);
        }
    }

    private static bool Rewrite(WriteSession session)
    {
        session.Database.Log.SetEpoch(session.Database.Log.Epoch());
        return true;
    }
}
