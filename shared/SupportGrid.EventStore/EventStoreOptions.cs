namespace SupportGrid.EventStore;

/// <summary>Where the log lies, and every limit of the store.</summary>
public sealed record EventStoreOptions
{
    /// <summary>The folder that holds the log; created if it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// Executes every write on the caller's thread before the call returns, one transaction each. For deterministic
    /// simulation; without it a thread of the store commits concurrent writes together.
    /// </summary>
    public bool Inline { get; init; }

    /// <summary>
    /// Whether a commit waits for the disk. Turning it off gives up the promise that acknowledged events survive the
    /// death of the machine (not of the process); for simulation and tests.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>
    /// Whether opening checks the structure of the whole file, which takes time in proportion to its size.
    /// </summary>
    public bool CheckOnOpen { get; init; } = true;

    /// <summary>Writes that may wait for the writer; further callers wait until there is room.</summary>
    public int QueuedWritesMax { get; init; } = 4096;

    /// <summary>Events committed in one transaction; a single larger request still commits alone.</summary>
    public int CommitEventsMax { get; init; } = 1024;

    /// <summary>Bytes of bodies committed in one transaction; a single larger request still commits alone.</summary>
    public int CommitBytesMax { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one event's or reaction's body.</summary>
    public int BodyBytesMax { get; init; } = 1024 * 1024;

    /// <summary>Bytes of one snapshot.</summary>
    public int SnapshotBytesMax { get; init; } = 16 * 1024 * 1024;

    /// <summary>Recent events kept in memory for live readers.</summary>
    public int RecentEventsMax { get; init; } = 16 * 1024;

    /// <summary>Bytes of bodies of recent events kept in memory.</summary>
    public int RecentBytesMax { get; init; } = 32 * 1024 * 1024;

    /// <summary>Events that one read of a page or one delivery to a subscription returns.</summary>
    public int PageEventsMax { get; init; } = 1024;

    /// <summary>Connections that read at the same time; further readers wait.</summary>
    public int ReadConnectionsMax { get; init; } = 8;

    /// <summary>Streams whose version is kept in memory, so that an append need not look it up.</summary>
    public int KnownStreamsMax { get; init; } = 64 * 1024;

    /// <summary>Completed reactions that may wait for a commit to leave the disk with.</summary>
    public int CompletionsMax { get; init; } = 4096;

    /// <summary>Completed reactions leave the disk after this time even if nothing is appended.</summary>
    public TimeSpan CompletionDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a follower of another process's log looks for new commits.</summary>
    public TimeSpan FollowInterval { get; init; } = TimeSpan.FromMilliseconds(10);
}
