using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Log;

/// <summary>Reads what a tail wants from the log, page by page.</summary>
internal sealed class LogTailReader(IEventFeed feed, IEventCodec codec, LogInterest interest, int pageEventsMax)
{
    public IEventCodec Codec => codec;

    /// <summary>The next page after a position, up to another one.</summary>
    /// <exception cref="LogTrimmedException">What comes after the position is not kept any more.</exception>
    public async ValueTask<FeedPage> ReadAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        var query = new FeedQuery(after, pageEventsMax)
        {
            UpTo = upTo,
            Tenant = interest.Tenant,
            Stream = interest.Stream,
            Audience = interest.Audience,
        };
        var page = await feed.ReadAsync(query, cancellationToken);

        // Asked after the read: had it been trimmed during the read, there might be a hole in the page.
        var oldest = feed.Oldest;
        return oldest <= after + 1 ? page : throw new LogTrimmedException(after, oldest);
    }
}
