namespace SupportGrid.EventStore;

/// <summary>The answer to a write of a snapshot.</summary>
public abstract record SnapshotWriteResult
{
    private SnapshotWriteResult()
    {
    }

    /// <summary>The value is durable.</summary>
    /// <param name="ETag">The tag to overwrite it with.</param>
    public sealed record Written(string ETag) : SnapshotWriteResult;

    /// <summary>Somebody else wrote in between; nothing was changed.</summary>
    /// <param name="ActualETag">The stored tag; null if there is no value.</param>
    public sealed record Conflict(string? ActualETag) : SnapshotWriteResult;
}
