namespace SupportGrid.EventStore.Feed;

/// <summary>A cursor over a <see cref="LiveLog"/> that reads from disk whatever has left memory.</summary>
internal sealed class FeedSubscription(IEventFeed feed, LiveLog log, long after, int pageEventsMax) : IFeedSubscription
{
    public long Position { get; private set; } = after;

    public async ValueTask<IReadOnlyList<RecordedEvent>> NextAsync(CancellationToken cancellationToken = default)
    {
        await log.WaitForAsync(Position + 1, cancellationToken);
        var query = new FeedQuery(Position, pageEventsMax) { UpTo = log.Head };
        var events = (await feed.ReadAsync(query, cancellationToken)).Events;
        if (events.Count == 0)
        {
            throw new InvalidDataException($"The log has a hole after position {Position}; restore a backup.");
        }

        Position = events[^1].Position;
        return events;
    }
}
