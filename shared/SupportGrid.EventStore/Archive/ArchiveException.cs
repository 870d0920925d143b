namespace SupportGrid.EventStore.Archive;

/// <summary>An archive was refused; the log it was meant for is as it was.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException(long line, string reason, Exception? innerException = null)
        : base($"Line {line} of the archive: {reason}", innerException) => Line = line;

    /// <summary>The line that is wrong, counted from 1.</summary>
    public long Line { get; }
}
