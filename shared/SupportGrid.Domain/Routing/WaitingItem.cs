using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>An interaction in the line, as the matcher sees it.</summary>
/// <param name="Version">
/// Version of the interaction's stream that this was taken from; an older one never replaces a newer.
/// </param>
/// <param name="PlaceSince">When it took its place; kept over declined offers, transfers start a new one.</param>
/// <param name="Priority">Points at the place in the line (base priority plus what a supervisor added).</param>
/// <param name="Skills">What it asks for before relaxation.</param>
/// <param name="PreferredAgent">The customer's last agent, or null.</param>
/// <param name="PreferredUntil">Until when the preference holds (exclusive).</param>
/// <param name="OnlyAgent">Set for a transfer to one agent: nobody else until <paramref name="OnlyUntil"/>.</param>
/// <param name="NotAgents">
/// Agents who rejected it or did not answer; they are asked again only when nobody else can be.
/// </param>
/// <param name="Distress">How the customer fares; null: well, or the policy has no use for it.</param>
[GenerateSerializer, Immutable, Alias("sg.WaitingItem")]
public sealed record WaitingItem(
    string Interaction,
    long Version,
    string Queue,
    Channel Channel,
    DateTimeOffset PlaceSince,
    double Priority,
    ImmutableArray<SkillRequirement> Skills,
    string? PreferredAgent,
    DateTimeOffset? PreferredUntil,
    string? OnlyAgent,
    DateTimeOffset? OnlyUntil,
    ImmutableArray<string> NotAgents,
    CustomerDistress? Distress = null);
