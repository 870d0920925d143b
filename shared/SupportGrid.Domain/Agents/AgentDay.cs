using System.Collections.Immutable;

namespace SupportGrid.Domain.Agents;

/// <summary>What an agent did in a time: a fold of the agent's events. Pure; nothing of it is stored.</summary>
/// <param name="Offered">Offers that reached the desk.</param>
/// <param name="Missed">Offers that ran out.</param>
/// <param name="Handled">Interactions that were closed in the agent's hands.</param>
/// <param name="Busy">Time with work in hand, wrap-up included.</param>
/// <param name="Ready">Time in which offers might have come, and no work in hand.</param>
/// <param name="Away">Time signed in, without work, in which no offer could come.</param>
/// <param name="HandleTime">From accepting to the end, of what was handled.</param>
/// <param name="Spans">What the agent was doing, without holes while signed in.</param>
public sealed record AgentDay(
    int Offered,
    int Accepted,
    int Rejected,
    int Missed,
    int Handled,
    int Transferred,
    TimeSpan Busy,
    TimeSpan Ready,
    TimeSpan Away,
    TimeSpan HandleTime,
    ImmutableArray<AgentSpan> Spans)
{
    /// <summary>Names what <see cref="Occupancy"/> divides by what.</summary>
    public const string OccupancyDefinition = "occupancy.busy-over-available@1";

    public TimeSpan SignedIn => Busy + Ready + Away;

    /// <summary>Share of the time for work in which there was some; null when there was no such time.</summary>
    public double? Occupancy => Busy + Ready > TimeSpan.Zero ? Busy / (Busy + Ready) : null;

    /// <param name="events">In their order, from the agent's last signing in or out before the time, or
    /// earlier.</param>
    /// <param name="from">What was before only tells what the agent was doing then.</param>
    /// <param name="until">The time that runs is counted up to here.</param>
    public static AgentDay Of(IEnumerable<AgentEvent> events, DateTimeOffset from, DateTimeOffset until)
    {
        var fold = new AgentDayFold(from);
        foreach (var @event in events)
        {
            fold.Add(@event);
        }

        return fold.Close(until);
    }
}

/// <summary>A stretch in which an agent's status and presence stayed the same.</summary>
public readonly record struct AgentSpan(DateTimeOffset From, DateTimeOffset Until, RoutingStatus Status, string Presence);
