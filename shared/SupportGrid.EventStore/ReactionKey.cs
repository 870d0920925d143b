namespace SupportGrid.EventStore;

/// <summary>
/// Names a reaction for ever, and orders reactions as their events are ordered. A position stands for exactly one
/// tenant, stream and version, so this key says the same as (stream, version, index).
/// </summary>
/// <param name="Position">The position of the event it follows from.</param>
/// <param name="Index">Its number among the reactions to that event.</param>
public readonly record struct ReactionKey(long Position, int Index) : IComparable<ReactionKey>
{
    /// <inheritdoc />
    public int CompareTo(ReactionKey other) =>
        Position != other.Position ? Position.CompareTo(other.Position) : Index.CompareTo(other.Index);

    public static bool operator <(ReactionKey left, ReactionKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ReactionKey left, ReactionKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReactionKey left, ReactionKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReactionKey left, ReactionKey right) => left.CompareTo(right) >= 0;
}
