namespace SupportGrid.EventStore;

/// <summary>Which part of the log to read. Filters narrow, with one exception: see <see cref="Audience"/>.</summary>
/// <param name="After">Only events after this position; 0 for the beginning.</param>
/// <param name="Limit">At most this many events.</param>
public sealed record FeedQuery(long After, int Limit)
{
    /// <summary>Only events up to and including this position; the head of the log if not given.</summary>
    public long? UpTo { get; init; }

    /// <summary>Only this tenant's events.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only events of this stream. Needs <see cref="Tenant"/>.</summary>
    public string? Stream { get; init; }

    /// <summary>
    /// Only events tagged for this audience. Needs <see cref="Tenant"/>. Together with <see cref="Stream"/> it reads
    /// both, merged in order: what a party did and what it must be told.
    /// </summary>
    public string? Audience { get; init; }
}
