namespace SupportGrid.EventStore;

/// <summary>Reads what appends keep: streams, claims and open streams.</summary>
/// <remarks>
/// A read sees one consistent state of the log. It runs on the thread of the caller, who waits only while all
/// connections for reading are taken.
/// </remarks>
public interface IEventReader
{
    /// <summary>Events of one stream in order of version; empty at its end and for an unknown stream.</summary>
    ValueTask<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long afterVersion, int limit, CancellationToken cancellationToken = default);

    /// <summary>The stream that holds a key, or null.</summary>
    ValueTask<string?> FindClaimAsync(string tenant, string claim, CancellationToken cancellationToken = default);

    /// <summary>The open streams of a category in the order in which they were opened.</summary>
    /// <param name="category">The kind of stream.</param>
    /// <param name="tenant">Only this tenant's, if given.</param>
    /// <param name="group">Only this group's, if given.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<IReadOnlyList<OpenStream>> ListOpenAsync(
        string category, string? tenant = null, string? group = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// A page of a tenant's open streams of a category: those that were opened after a position, in that order. It
    /// costs what it returns, however many are open.
    /// </summary>
    ValueTask<IReadOnlyList<OpenStream>> ListOpenAfterAsync(
        string category, string tenant, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// The position up to which everything that follows from a tenant's events has been carried out: whoever is told by
    /// reactions knows all of it. Never too high; it may be a little too low.
    /// </summary>
    ValueTask<long> ReadSettledAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes when the storage can be read and, for whoever writes it, if the last write failed, can be written
    /// again: then it writes what is there already, durably.
    /// </summary>
    /// <exception cref="EventStoreUnavailableException">It cannot.</exception>
    ValueTask ProbeAsync(CancellationToken cancellationToken = default);
}
