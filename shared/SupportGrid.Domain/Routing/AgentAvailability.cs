using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>An agent as the matcher sees it.</summary>
/// <param name="Version">
/// Version of the agent's stream that this was taken from; an older one never replaces a newer.
/// </param>
/// <param name="Routable">Signed in, in a presence that takes work, connected, not not-responding.</param>
/// <param name="Carried">Offers in hand and work: what takes capacity.</param>
/// <param name="IdleSince">When the agent last became free of all work, or last took work if still busy.</param>
/// <param name="Load">The recent load of hard conversations; null: none is kept.</param>
[GenerateSerializer, Immutable, Alias("sg.AgentAvailability")]
public sealed record AgentAvailability(
    string Agent,
    long Version,
    bool Routable,
    string? WhyNot,
    AgentProfile Profile,
    ImmutableArray<CarriedItem> Carried,
    DateTimeOffset IdleSince,
    EmotionalLoad? Load = null);

/// <summary>Something that takes an agent's capacity.</summary>
/// <param name="Offer">The offer it came by.</param>
[GenerateSerializer, Immutable, Alias("sg.CarriedItem")]
public sealed record CarriedItem(string Interaction, string Offer, Channel Channel);
