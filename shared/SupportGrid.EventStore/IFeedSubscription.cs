namespace SupportGrid.EventStore;

/// <summary>One reader's way through the log. For one caller at a time.</summary>
/// <remarks>
/// A subscription is a cursor, not a buffer: the store keeps the most recent events once for all readers, and a reader
/// that has fallen out of that window reads from disk until it is back in it. No event is skipped or seen twice, and
/// a slow reader costs no memory.
/// </remarks>
public interface IFeedSubscription
{
    /// <summary>The position of the last event that was delivered, or the one subscribed after.</summary>
    long Position { get; }

    /// <summary>
    /// The next events, at least one, in order and without a gap; waits when the reader is at the head. A cancelled
    /// wait loses nothing.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    ValueTask<IReadOnlyList<RecordedEvent>> NextAsync(CancellationToken cancellationToken = default);
}
