namespace SupportGrid.EventStore.Archive;

/// <summary>One entry of a log's contents. An archive has them in the order of the cases below.</summary>
public abstract record ArchiveRecord
{
    private ArchiveRecord()
    {
    }

    /// <summary>An event; in order of position.</summary>
    public sealed record Event(RecordedEvent Recorded) : ArchiveRecord;

    /// <summary>A claimed key.</summary>
    public sealed record Claim(string Tenant, string Key, string Stream) : ArchiveRecord;

    /// <summary>An open stream.</summary>
    public sealed record Open(OpenStream Stream) : ArchiveRecord;

    /// <summary>A reaction that was not completed.</summary>
    public sealed record Reaction(ReactionKey Key, string Kind, ReadOnlyMemory<byte> Data) : ArchiveRecord;

    /// <summary>A snapshot.</summary>
    public sealed record Snapshot(string Name, string Key, string ETag, ReadOnlyMemory<byte> Data) : ArchiveRecord;
}
