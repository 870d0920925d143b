using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>How a customer fared in one interaction, and what it cost them.</summary>
/// <param name="Version">Of the interaction's stream, so that a late word about it changes nothing.</param>
/// <param name="Effort">In permille, as of the customer's last turn.</param>
/// <param name="Facts">What made the effort: contacts before, transfers, reopenings, restated questions …</param>
/// <param name="IsOver">The interaction is closed.</param>
[GenerateSerializer, Immutable, Alias("sg.Experience")]
public sealed record Experience(
    string Interaction,
    long Version,
    Trajectory Trajectory,
    int Effort,
    ImmutableArray<EffortFact> Facts,
    bool IsOver,
    DateTimeOffset At);
