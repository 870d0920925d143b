using System.Collections.Immutable;

namespace SupportGrid.Domain.Wallboards;

/// <summary>
/// The live board of one tenant as of one position of the log: a pure fold of its events (<see cref="WallboardFold"/>).
/// </summary>
/// <param name="Position">Position of the last event that was folded.</param>
/// <param name="Items">Open interactions by id.</param>
/// <param name="Agents">Signed-in agents by id.</param>
[GenerateSerializer, Immutable, Alias("sg.Wallboard")]
public sealed record Wallboard(
    long Position,
    ImmutableSortedDictionary<string, QueueRow> Queues,
    ImmutableDictionary<string, BoardItem> Items,
    ImmutableDictionary<string, AgentTally> Agents,
    StaffCounts Staff)
{
    /// <summary>Queues that were taken out of service.</summary>
    [Id(0)]
    public ImmutableSortedSet<string> Retired { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Rows that have left the board: by queue, the position of the event with which it left.</summary>
    [Id(1)]
    public ImmutableSortedDictionary<string, long> Removed { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    public static Wallboard Empty { get; } = new(
        0,
        ImmutableSortedDictionary<string, QueueRow>.Empty,
        ImmutableDictionary<string, BoardItem>.Empty,
        ImmutableDictionary<string, AgentTally>.Empty,
        StaffCounts.None);
}

/// <summary>An open interaction on the board.</summary>
/// <param name="Place">Since when the customer waits, or waited, in this line.</param>
/// <param name="Counted">
/// It has been counted in this line as answered, or as one who asked for a callback: what follows is not counted again.
/// </param>
/// <param name="ConnectedAt">Set while an agent has it or wraps it up.</param>
[GenerateSerializer, Immutable, Alias("sg.BoardItem")]
public sealed record BoardItem(
    string Queue, BoardStage Stage, DateTimeOffset Place, bool Counted, DateTimeOffset? ConnectedAt);

/// <summary>Numbers are persisted in snapshots.</summary>
public enum BoardStage
{
    /// <summary>In the line, nobody is asked.</summary>
    Waiting = 1,

    /// <summary>In the line, an agent is asked: the customer still waits.</summary>
    Offered = 2,

    /// <summary>Talking or on hold.</summary>
    Connected = 3,

    Wrapping = 4,
}
