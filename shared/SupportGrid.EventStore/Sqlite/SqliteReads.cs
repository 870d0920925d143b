using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>The reads that are the same for whoever writes the log and for whoever follows it.</summary>
internal sealed class SqliteReads(LiveLog log, ReadPool readers, int pageEventsMax)
{
    public async ValueTask<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long afterVersion, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await readers.ReadAsync(
            database => database.Events.ReadStream(tenant, stream, afterVersion, limit), cancellationToken);
    }

    public ValueTask<string?> FindClaimAsync(
        string tenant, string claim, CancellationToken cancellationToken = default) =>
        readers.ReadAsync(database => database.Claims.Find(tenant, claim), cancellationToken);

    public async ValueTask<IReadOnlyList<OpenStream>> ListOpenAsync(
        string category, string? tenant = null, string? group = null, CancellationToken cancellationToken = default) =>
        await readers.ReadAsync(database => database.OpenStreams.Read(category, tenant, group), cancellationToken);

    public async ValueTask<IReadOnlyList<OpenStream>> ListOpenAfterAsync(
        string category, string tenant, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await readers.ReadAsync(
            database => database.OpenStreams.ReadAfter(category, tenant, after, limit), cancellationToken);
    }

    /// <param name="head">A position that was committed before <paramref name="completed"/> was taken.</param>
    /// <param name="completed">Reactions that are done but may still be on disk.</param>
    public ValueTask<long> ReadSettledAsync(
        string tenant, long head, HashSet<ReactionKey> completed, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            database => database.Outbox.FirstPosition(tenant, completed) is { } pending
                ? Math.Min(pending - 1, head)
                : head,
            cancellationToken);

    /// <summary>A page of the feed, from memory if it is recent enough and else from disk.</summary>
    public async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query, CancellationToken cancellationToken)
    {
        FeedFilter.Validate(query);
        var upTo = Math.Min(query.UpTo ?? long.MaxValue, log.Head);
        if (upTo <= query.After)
        {
            return new FeedPage([], query.After, IsLast: true);
        }

        var limit = Math.Min(query.Limit, pageEventsMax);
        var events = log.CopyRecent(query.After, upTo, limit, FeedFilter.Of(query))
            ?? await readers.ReadAsync(database => database.Events.ReadFeed(query, upTo, limit), cancellationToken);
        return events.Count == limit && events[^1].Position < upTo
            ? new FeedPage(events, events[^1].Position, IsLast: false)
            : new FeedPage(events, upTo, IsLast: true);
    }

    public FeedSubscription Subscribe(IEventFeed feed, long after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, feed.Oldest - 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(after, log.Head);
        return new FeedSubscription(feed, log, after, pageEventsMax);
    }
}
