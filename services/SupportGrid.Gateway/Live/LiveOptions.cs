namespace SupportGrid.Gateway.Live;

/// <summary>Every limit and interval of the live streams.</summary>
public sealed record LiveOptions
{
    /// <summary>
    /// The key that signs cursors, at least 32 bytes. It belongs to the data: whoever keeps the log keeps the key, so
    /// that cursors survive a restart.
    /// </summary>
    public required ReadOnlyMemory<byte> CursorKey { get; init; }

    /// <summary>How far behind the head of the log a cursor may be; one that is older must list again.</summary>
    public long ResumePositionsMax { get; init; } = 1_000_000;

    /// <summary>
    /// Live events that wait for one stream; beyond it the stream reads the log from where it stands.
    /// </summary>
    public int BufferedEventsMax { get; init; } = 256;

    /// <summary>Events that one read of the log brings to a stream which is behind.</summary>
    public int RefillPageEventsMax { get; init; } = 256;

    /// <summary>How long one response may wait for the client to take it before the stream ends as too slow.</summary>
    public int StreamWriteMsMax { get; init; } = 30_000;

    /// <summary>A stream with nothing to say sends a bookmark after this time.</summary>
    public int BookmarkMs { get; init; } = 10_000;

    /// <summary>How often a desk stream tells the agent's session that it is still there.</summary>
    public int DeskRenewalMs { get; init; } = 5_000;

    /// <summary>How often places in the line are asked for while somebody watches one.</summary>
    public int PlaceRefreshMs { get; init; } = 1_000;

    /// <summary>How often a queue's line is asked for while somebody watches it.</summary>
    public int LineRefreshMs { get; init; } = 1_000;

    /// <summary>Places of a line that a stream shows.</summary>
    public int LinePlacesMax { get; init; } = 200;

    /// <summary>A row of the board changes on a screen at most once in this time.</summary>
    public int BoardRefreshMs { get; init; } = 250;

    /// <summary>How often the board asks dispatchers for estimated waits.</summary>
    public int EstimateRefreshMs { get; init; } = 1_000;

    /// <summary>Actors that one snapshot reads at the same time.</summary>
    public int SnapshotReadsMax { get; init; } = 32;

    /// <summary>
    /// Events of one entity that a resume may fold; beyond it the client lists again, which costs less.
    /// </summary>
    public int FoldEventsMax { get; init; } = 20_000;

    /// <summary>Agents' sessions whose recent states are kept for resumes.</summary>
    public int CheckpointStreamsMax { get; init; } = 10_000;

    /// <summary>Folded states that one stream keeps beside those it shares with others.</summary>
    public int FoldedStreamsMax { get; init; } = 128;
}
