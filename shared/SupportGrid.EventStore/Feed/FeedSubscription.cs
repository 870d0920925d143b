namespace SupportGrid.EventStore.Feed;

/// <summary>A cursor over a <see cref="LiveLog"/> that reads from disk whatever has left memory.</summary>
internal sealed class FeedSubscription(IEventFeed feed, LiveLog log, long after, int pageEventsMax) : IFeedSubscription
{
    public long Position { get; private set; } = after;

    public async ValueTask<IReadOnlyList<RecordedEvent>> NextAsync(CancellationToken cancellationToken = default)
    {
        await log.WaitForAsync(Position + 1, cancellationToken);
        var upTo = log.Head;
        IReadOnlyList<RecordedEvent> events =
            log.CopyRecent(Position, upTo, pageEventsMax) is { Count: > 0 } recent
                ? recent
                : (await feed.ReadAsync(new FeedQuery(Position, pageEventsMax) { UpTo = upTo }, cancellationToken)).Events;
        Position = events[^1].Position;
        return events;
    }
}
