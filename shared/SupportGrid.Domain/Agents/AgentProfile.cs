using System.Collections.Immutable;

namespace SupportGrid.Domain.Agents;

/// <summary>What an agent can do; set by administration, versioned.</summary>
/// <param name="Queues">Queues the agent serves; empty: every queue of the routing group.</param>
/// <param name="Skills">Proficiency 0..5 by skill.</param>
[GenerateSerializer, Immutable, Alias("sg.AgentProfile")]
public sealed record AgentProfile(
    int Version,
    string Agent,
    string DisplayName,
    string RoutingGroup,
    ImmutableArray<string> Queues,
    ImmutableSortedDictionary<string, double> Skills,
    ChannelCapacity Capacity);
