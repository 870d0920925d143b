using System.Collections.Immutable;
using SupportGrid.Domain.Agents;

namespace SupportGrid.Domain.Wallboards;

/// <summary>What the board needs to know of a signed-in agent.</summary>
/// <param name="Carried">Stage of every offer in hand and every piece of work, by offer.</param>
[GenerateSerializer, Immutable, Alias("sg.AgentTally")]
public sealed record AgentTally(bool TakesWork, bool NotResponding, ImmutableDictionary<string, CarriedStage> Carried)
{
    /// <summary>The displayed status, by the same precedence as the session's own.</summary>
    public RoutingStatus Status =>
        NotResponding ? RoutingStatus.NotResponding
        : Carried.ContainsValue(CarriedStage.Interacting) ? RoutingStatus.Interacting
        : Carried.ContainsValue(CarriedStage.Offered) ? RoutingStatus.Offered
        : !Carried.IsEmpty ? RoutingStatus.Wrapping
        : TakesWork ? RoutingStatus.Idle
        : RoutingStatus.OffQueue;
}

/// <summary>Numbers are persisted in snapshots.</summary>
public enum CarriedStage
{
    Offered = 1,
    Interacting = 2,
    Wrapping = 3,
}

/// <summary>Signed-in agents by displayed status.</summary>
[GenerateSerializer, Immutable, Alias("sg.StaffCounts")]
public sealed record StaffCounts(
    int SignedIn, int Idle, int Offered, int Interacting, int Wrapping, int NotResponding, int OffQueue)
{
    public static StaffCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>With one agent more (or, with -1, one less) in a status.</summary>
    public StaffCounts Add(RoutingStatus status, int by)
    {
        var counts = this with { SignedIn = SignedIn + by };
        return status switch
        {
            RoutingStatus.Idle => counts with { Idle = Idle + by },
            RoutingStatus.Offered => counts with { Offered = Offered + by },
            RoutingStatus.Interacting => counts with { Interacting = Interacting + by },
            RoutingStatus.Wrapping => counts with { Wrapping = Wrapping + by },
            RoutingStatus.NotResponding => counts with { NotResponding = NotResponding + by },
            _ => counts with { OffQueue = OffQueue + by },
        };
    }
}
