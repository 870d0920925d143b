namespace SupportGrid.EventStore.Archive;

/// <summary>One state of a log. For one caller at a time.</summary>
public interface ILogView : IDisposable
{
    /// <summary>The identity of the log.</summary>
    string Epoch { get; }

    /// <summary>What it holds.</summary>
    ArchiveCounts Counts { get; }

    /// <summary>All of it, in the order of an archive.</summary>
    IEnumerable<ArchiveRecord> Records();
}
