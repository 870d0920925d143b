namespace SupportGrid.EventStore.Archive;

/// <summary>A whole log as a text file: to move it to another store, to keep it, to look into it.</summary>
/// <remarks>
/// <para>JSON lines: a header (format, epoch, counts), the records, a trailer (the counts again and a SHA-256 over the
/// lines of the records, line ends included). Bodies are embedded as they are where they are JSON on one line, and as
/// base64 where they are not, so that they come back byte for byte.</para>
/// <para>The same contents give the same bytes, apart from the epoch in the header.</para>
/// </remarks>
public static class LogArchive
{
    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    public const int Format = 1;

    /// <summary>Longer lines are refused.</summary>
    public const int LineBytesMax = 64 * 1024 * 1024;

    /// <summary>Writes one state of a log. The log goes on meanwhile.</summary>
    /// <returns>What was written.</returns>
    public static async ValueTask<ArchiveCounts> ExportAsync(
        IArchivableLog log, Stream output, bool withSnapshots = true, CancellationToken cancellationToken = default)
    {
        using var view = await log.OpenViewAsync(cancellationToken);
        var counts = withSnapshots ? view.Counts : view.Counts with { Snapshots = 0 };
        using var writer = new ArchiveWriter(output);
        await writer.WriteHeaderAsync(view.Epoch, counts, cancellationToken);
        foreach (var record in view.Records())
        {
            if (record is ArchiveRecord.Snapshot && !withSnapshots)
            {
                break;
            }

            await writer.WriteAsync(record, cancellationToken);
        }

        await writer.WriteTrailerAsync(counts, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return counts;
    }

    /// <summary>
    /// Fills an empty log from an archive: all of it or, if anything is wrong with it, nothing. Positions are kept; the
    /// epoch is new. The input is read synchronously on the thread that writes the log.
    /// </summary>
    /// <exception cref="ArchiveException">The archive is damaged, cut short or of an unknown format.</exception>
    /// <exception cref="InvalidOperationException">The log is not empty.</exception>
    public static ValueTask ImportAsync(
        IArchivableLog log, Stream input, CancellationToken cancellationToken = default) =>
        log.FillAsync(new ArchiveReader(input).Read(), cancellationToken);
}
