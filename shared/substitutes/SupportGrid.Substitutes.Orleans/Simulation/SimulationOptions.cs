namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>Limits and start of a simulation.</summary>
public sealed record SimulationOptions
{
    /// <summary>When virtual time starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How much virtual time a run may take unless it says otherwise.</summary>
    public TimeSpan VirtualTimeMax { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many turns may pass without virtual time passing.</summary>
    public int TurnsPerInstantMax { get; init; } = 1_000_000;

    /// <summary>How many of the last turns a report shows.</summary>
    public int TraceLinesMax { get; init; } = 40;

    /// <summary>Whether tasks that leave the scheduler are looked for. It makes turns a little slower.</summary>
    public bool DetectsEscapes { get; init; } = true;
}
