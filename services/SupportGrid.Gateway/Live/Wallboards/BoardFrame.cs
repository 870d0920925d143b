using System.Collections.Immutable;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>A board as screens show it, at one moment. Immutable, and shared between all screens of a tenant.</summary>
/// <param name="Number">Grows with every frame.</param>
/// <param name="Position">Everything up to this position of the log is in it.</param>
internal sealed record BoardFrame(
    long Number,
    long Position,
    ImmutableSortedDictionary<string, BoardPart<QueueNumbers>> Rows,
    BoardPart<AgentNumbers> Staff)
{
    /// <summary>Rows that have left the board: by queue, the position of the log at which it left.</summary>
    public required ImmutableSortedDictionary<string, long> Removed { get; init; }
}

/// <summary>A part of the board.</summary>
/// <param name="Frame">Number of the frame in which it changed last.</param>
/// <param name="ChangedAt">Position of the log at which it was known to be as it is.</param>
internal sealed record BoardPart<TNumbers>(long Frame, long ChangedAt, TNumbers Numbers);
