using SupportGrid.EventStore.Feed;

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
    public async ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken = default)
    {
        FeedFilter.Validate(query);
        var upTo = Math.Min(query.UpTo ?? long.MaxValue, Head);
        if (upTo <= query.After)
        {
            return new FeedPage([], query.After, IsLast: true);
        }

        var limit = Math.Min(query.Limit, _options.PageEventsMax);
        var events = _log.CopyRecent(query.After, upTo, limit, FeedFilter.Of(query))
            ?? await _readers.ReadAsync(database => database.Events.ReadFeed(query, upTo, limit), cancellationToken);
        return events.Count == limit && events[^1].Position < upTo
            ? new FeedPage(events, events[^1].Position, IsLast: false)
            : new FeedPage(events, upTo, IsLast: true);
    }

    /// <inheritdoc />
    public IFeedSubscription Subscribe(long after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, Oldest - 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(after, Head);
        return new FeedSubscription(this, _log, after, _options.PageEventsMax);
    }

    /// <inheritdoc />
    public ValueTask WaitForPositionAsync(long position, CancellationToken cancellationToken = default) =>
        _log.WaitForAsync(position, cancellationToken);
}
