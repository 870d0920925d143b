namespace SupportGrid.EventStore;

/// <summary>A reaction that has not been completed yet.</summary>
/// <param name="Position">The position of the event it follows from.</param>
/// <param name="Tenant">The tenant of that event.</param>
/// <param name="Stream">The stream of that event.</param>
/// <param name="Version">The version of that event in its stream.</param>
/// <param name="Index">Its number among the reactions to that event.</param>
/// <param name="Kind">The stable wire name of its type.</param>
/// <param name="Data">Its body as UTF-8 JSON.</param>
/// <param name="At">When the event happened.</param>
public sealed record PendingReaction(
    long Position,
    string Tenant,
    string Stream,
    long Version,
    int Index,
    string Kind,
    ReadOnlyMemory<byte> Data,
    DateTimeOffset At)
{
    /// <summary>The key to complete it under.</summary>
    public ReactionKey Key => new(Position, Index);
}
