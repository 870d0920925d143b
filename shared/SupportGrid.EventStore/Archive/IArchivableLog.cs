namespace SupportGrid.EventStore.Archive;

/// <summary>A log that can be read and filled as a whole, whatever stores it.</summary>
public interface IArchivableLog
{
    /// <summary>Opens a view on one state of the log. It holds space on disk back until it is disposed.</summary>
    ValueTask<ILogView> OpenViewAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Fills an empty log with records in the order of an archive, all in one transaction, and gives it a new epoch.
    /// An exception from the sequence leaves the log empty.
    /// </summary>
    /// <exception cref="InvalidOperationException">The log is not empty.</exception>
    /// <exception cref="ArgumentException">The records contradict each other.</exception>
    ValueTask FillAsync(IEnumerable<ArchiveRecord> records, CancellationToken cancellationToken = default);
}
