namespace SupportGrid.Replay.Checking;

/// <summary>What the log says of a run.</summary>
/// <param name="Events">Events of the tenant that were read.</param>
/// <param name="MostCarried">Most capacity units that one agent carried.</param>
/// <param name="Problems">0: everything is as it must be.</param>
/// <param name="Told">The first of them, as sentences.</param>
public sealed record LogCheckResult(
    long Events,
    int Interactions,
    int Closed,
    int Abandoned,
    int Offers,
    int Connections,
    int Turns,
    int MostCarried,
    int Problems,
    IReadOnlyList<string> Told);
