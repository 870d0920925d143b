using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>One thing that must hold of every history.</summary>
internal interface IChecker
{
    /// <summary>Number and name of what it checks.</summary>
    string Name { get; }

    /// <summary>What does not hold, as sentences; nothing when all is well.</summary>
    IEnumerable<string> Check(History history);
}
