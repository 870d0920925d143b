using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>Every checker.</summary>
internal static class All
{
    private static readonly IChecker[] Checkers =
    [
        new NobodyIsLost(), new OneAgentAtATime(), new NobodyIsOverloaded(), new OneEffectPerRequest(),
        new TimersKeepTime(), new OneRevisionPerReading(), new LoadsAreFacts(),
        new DecisionsFollow(),
    ];

    public static IReadOnlyList<string> Check(History history) =>
        [.. Checkers.SelectMany(c => c.Check(history).Select(wrong => $"{c.Name}: {wrong}"))];
}
