namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore
{
    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        AppendRules.Check(request, _options.BodyBytesMax);
        return WriteAsync(new PendingAppend(request), cancellationToken);
    }
}
