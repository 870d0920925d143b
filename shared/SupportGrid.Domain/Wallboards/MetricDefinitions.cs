using System.Collections.Immutable;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Wallboards;

/// <summary>Every number of the board by id. Counts belong to the time at which the customer took the place.</summary>
public static class MetricDefinitions
{
    public static ImmutableSortedDictionary<string, MetricDefinition> All { get; } = Own()
        .Concat(ServiceLevels.All.Values.Select(static d => new MetricDefinition(d.Id, d.Version, d.Formula, "share")))
        .ToImmutableSortedDictionary(static d => d.Id, static d => d, StringComparer.Ordinal);

    private static MetricDefinition[] Own() =>
    [
        new("abandoned", 2, "B: left the line before an agent was there, without those who asked for a callback", "count"),
        new("aht", 1, "(talk + hold + wrap-up) / handled", "seconds"),
        new("answered", 2, "A: connected to an agent, without those who asked for a callback", "count"),
        new("asa", 1, "sum(wait of answered) / A, zero waits included", "seconds"),
        new("callbacks", 1, "C: asked for a callback while waiting", "count"),
        new("connected-now", 1, "talking or on hold with an agent", "count"),
        new("flowed-out", 1, "F: moved to another line while waiting", "count"),
        new("handled", 1, "closed after service", "count"),
        new("longest-since", 1, "min(place) of who waits, those under offer included", "instant"),
        new("offered", 2, "O: took a place in the line; O = A + B + C + F + still waiting without C", "count"),
        new("offered-now", 1, "in the line, an agent is being asked", "count"),
        new("short-abandoned", 1, "b: abandoned after waiting less than the policy's limit", "count"),
        new("waiting", 1, "in the line, asked or not", "count"),
        new("wrapping-now", 1, "contact over, work after contact not", "count"),
    ];
}
