namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore
{
    private volatile string _epoch;
    private long _oldest;

    /// <inheritdoc />
    public string Epoch => _epoch;

    /// <inheritdoc />
    public long Head => _log.Head;

    /// <inheritdoc />
    public long Oldest => Volatile.Read(ref _oldest);

    /// <inheritdoc />
    public ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken = default) =>
        _reads.ReadFeedAsync(query, cancellationToken);

    /// <inheritdoc />
    public IFeedSubscription Subscribe(long after) => _reads.Subscribe(this, after);

    /// <inheritdoc />
    public ValueTask WaitForPositionAsync(long position, CancellationToken cancellationToken = default) =>
        _log.WaitForAsync(position, cancellationToken);
}
