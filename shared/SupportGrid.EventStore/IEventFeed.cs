namespace SupportGrid.EventStore;

/// <summary>Reads the whole log in its one order, from disk or live.</summary>
/// <remarks>
/// Positions are given out at commit, by one writer, without gaps: a reader that has seen position <c>n</c> has seen
/// everything at or below <c>n</c> that will ever exist. A position means something only together with its
/// <see cref="Epoch"/>.
/// </remarks>
public interface IEventFeed
{
    /// <summary>
    /// The identity of this log. An import makes a new one: positions remembered from another are void.
    /// </summary>
    string Epoch { get; }

    /// <summary>The last committed position that readers may see; 0 for an empty log.</summary>
    long Head { get; }

    /// <summary>The oldest position that can still be read; 1 for an empty log.</summary>
    long Oldest { get; }

    /// <summary>Reads a page, from memory if it is recent enough and else from disk.</summary>
    /// <exception cref="ArgumentException">The query contradicts itself.</exception>
    ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken = default);

    /// <summary>Follows the log from a position on: first what is there, then what is committed.</summary>
    /// <param name="after">The last position already seen; 0 for the beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The position is negative, after <see cref="Head"/>, or before the oldest one that can be followed.
    /// </exception>
    IFeedSubscription Subscribe(long after);

    /// <summary>Completes when <see cref="Head"/> has reached a position.</summary>
    ValueTask WaitForPositionAsync(long position, CancellationToken cancellationToken = default);
}
