using SupportGrid.Domain.Configurations;
using SupportGrid.EventStore;
using SupportGrid.Kernel;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// All that a checker may look at once a run is over: the log, what callers were told, and when it was down.
/// </summary>
/// <param name="Downtimes">Stretches in which no process ran.</param>
/// <param name="Pending">Reactions that were never carried out.</param>
internal sealed record History(
    Configuration Configuration,
    IReadOnlyList<LoggedEvent> Log,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Downtimes,
    IReadOnlyList<PendingReaction> Pending)
{
    public IEnumerable<IGrouping<string, LoggedEvent>> StreamsOf(string category) =>
        Log.Where(e => e.Stream.StartsWith(category + "/", StringComparison.Ordinal)).GroupBy(static e => e.Stream);
}

/// <summary>An event of the log, decoded.</summary>
internal sealed record LoggedEvent(string Stream, long Version, DateTimeOffset At, string? RequestId, object Body);

/// <summary>What a caller was told.</summary>
/// <param name="Stream">Stream that was asked.</param>
internal sealed record Answer(
    string Stream, string RequestId, object Command, Refusal? Refusal, long Version, bool Repeated, DateTimeOffset At);
