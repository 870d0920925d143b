namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>What was waited for did not happen. The message says what the simulation waits for instead.</summary>
public sealed class SimulationStuckException : Exception
{
    /// <summary>With a report.</summary>
    public SimulationStuckException(string report)
        : base(report)
    {
    }
}
