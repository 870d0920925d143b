namespace SupportGrid.EventStore.Archive;

/// <summary>How much an archive holds, kind by kind.</summary>
public readonly record struct ArchiveCounts(long Events, long Claims, long OpenStreams, long Reactions, long Snapshots)
{
    /// <summary>The counts with one more record.</summary>
    internal ArchiveCounts Plus(ArchiveRecord record) => record switch
    {
        ArchiveRecord.Event => this with { Events = Events + 1 },
        ArchiveRecord.Claim => this with { Claims = Claims + 1 },
        ArchiveRecord.Open => this with { OpenStreams = OpenStreams + 1 },
        ArchiveRecord.Reaction => this with { Reactions = Reactions + 1 },
        ArchiveRecord.Snapshot => this with { Snapshots = Snapshots + 1 },
        _ => throw new System.Diagnostics.UnreachableException($"{record.GetType().Name} is not counted."),
    };
}
