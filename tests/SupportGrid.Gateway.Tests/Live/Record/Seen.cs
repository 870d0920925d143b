namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>One response as a client saw it.</summary>
/// <param name="Cursor">Empty: no resume point.</param>
/// <param name="Name">What it shows, such as "agent a1 v7".</param>
/// <param name="Content">Everything but the cursor.</param>
internal sealed record Seen(SeenKind Kind, string Cursor, string Name, string Content)
{
    /// <summary>Position of the cursor; null without one.</summary>
    public long? Position { get; init; }

    public override string ToString() => $"{Name}{(Position is { } p ? $" @{p}" : "")}";
}

/// <summary>Where a response stands in the grammar.</summary>
internal enum SeenKind
{
    Snapshot,
    Synced,
    Change,
    Bookmark,

    /// <summary>A number of which only the latest counts: outside of the promise.</summary>
    Conflated,
}
