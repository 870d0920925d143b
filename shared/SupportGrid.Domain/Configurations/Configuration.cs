using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Configurations;

/// <summary>
/// Everything an administrator sets for one tenant: skills, presence reasons, queues with their policies, agents with
/// their profiles, the chat of guests. It is applied as a whole, so that a reference never points nowhere.
/// </summary>
/// <param name="Version">Grows by 1 with each change; 0: nothing was ever applied.</param>
[GenerateSerializer, Immutable, Alias("sg.Configuration")]
public sealed record Configuration(
    int Version,
    ImmutableSortedDictionary<string, Skill> Skills,
    ImmutableSortedDictionary<string, PresenceReason> Presences,
    ImmutableSortedDictionary<string, QueuePolicy> Queues,
    ImmutableSortedDictionary<string, AgentProfile> Agents)
{
    /// <summary>
    /// Last versions of removed queues and agents by path ("queues/billing"), so that a version number never names two
    /// policies when a key comes back.
    /// </summary>
    [Id(0)]
    public ImmutableSortedDictionary<string, int> RemovedVersions { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Who may chat without signing in.</summary>
    [Id(1)]
    public ChatPolicy Chat { get; init; } = ChatPolicy.Off;

    public static Configuration Empty { get; } = new(
        0,
        ImmutableSortedDictionary.Create<string, Skill>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, PresenceReason>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, QueuePolicy>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, AgentProfile>(StringComparer.Ordinal));
}

[GenerateSerializer, Immutable, Alias("sg.Skill")]
public sealed record Skill(string Key, string DisplayName);

/// <summary>A presence that agents may choose; "online" always exists and takes work.</summary>
[GenerateSerializer, Immutable, Alias("sg.PresenceReason")]
public sealed record PresenceReason(string Key, string DisplayName, bool TakesWork)
{
    /// <summary>The presence that every tenant has.</summary>
    public const string Online = "online";
}

/// <summary>One entry that differs between what is in force and what is wanted.</summary>
/// <param name="Path">Such as "queues/billing" or "agents/ana/skills/french".</param>
/// <param name="Before">Null: new.</param>
/// <param name="After">Null: removed.</param>
[GenerateSerializer, Immutable, Alias("sg.ConfigurationChange")]
public sealed record ConfigurationChange(string Path, string? Before, string? After);

/// <summary>A rule that the wanted configuration breaks.</summary>
[GenerateSerializer, Immutable, Alias("sg.ConfigurationProblem")]
public sealed record ConfigurationProblem(string Path, string Rule);
