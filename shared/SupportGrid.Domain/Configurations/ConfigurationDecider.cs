using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Configurations;

/// <summary>
/// A configuration is applied as a whole: either every rule holds, or nothing changes. What did not change keeps its
/// version.
/// </summary>
public sealed class ConfigurationDecider : IDecider<Configuration, ConfigurationCommand, ConfigurationEvent>
{
    private ConfigurationDecider()
    {
    }

    public static Configuration Initial => Configuration.Empty;

    public static Decision<ConfigurationEvent> Decide(Configuration state, ConfigurationCommand command) =>
        command switch
        {
            ApplyConfiguration c => Apply(state, c),
            _ => throw new UnreachableException($"A configuration has no answer to {command.GetType().Name}."),
        };

    public static Configuration Evolve(Configuration state, ConfigurationEvent @event) => @event switch
    {
        SkillDefined e => state with { Skills = state.Skills.SetItem(e.Skill.Key, e.Skill) },
        SkillRemoved e => state with { Skills = state.Skills.Remove(e.Skill) },
        PresenceDefined e => state with { Presences = state.Presences.SetItem(e.Presence.Key, e.Presence) },
        PresenceRemoved e => state with { Presences = state.Presences.Remove(e.Presence) },
        QueueDefined e => state with
        {
            Queues = state.Queues.SetItem(e.Policy.Queue, e.Policy),
            RemovedVersions = state.RemovedVersions.Remove(QueuePath(e.Policy.Queue)),
        },
        QueueRemoved e => state with
        {
            Queues = state.Queues.Remove(e.Queue),
            RemovedVersions = state.RemovedVersions.SetItem(QueuePath(e.Queue), state.Queues[e.Queue].Version),
        },
        AgentDefined e => state with
        {
            Agents = state.Agents.SetItem(e.Profile.Agent, e.Profile),
            RemovedVersions = state.RemovedVersions.Remove(AgentPath(e.Profile.Agent)),
        },
        AgentRemoved e => state with
        {
            Agents = state.Agents.Remove(e.Agent),
            RemovedVersions = state.RemovedVersions.SetItem(AgentPath(e.Agent), state.Agents[e.Agent].Version),
        },
        ChatDefined e => state with { Chat = e.Chat },
        ConfigurationApplied e => state with { Version = e.Version },
        _ => throw new UnreachableException($"A configuration cannot follow {@event.GetType().Name}."),
    };

    private static Decision<ConfigurationEvent> Apply(Configuration state, ApplyConfiguration c)
    {
        var problems = ConfigurationRules.Check(c.Wanted);
        if (!problems.IsEmpty)
        {
            return ConfigurationRefusals.Invalid(problems);
        }

        // Before the version is compared: whoever asks for what is in force already has it, also when asking again.
        var changes = Changes(state, c.Wanted, c.At);
        if (changes.Count == 0)
        {
            return [];
        }

        if (c.ExpectedVersion is { } expected && expected != state.Version)
        {
            return ConfigurationRefusals.Version(state.Version, expected);
        }

        return Decision.Of(changes.Append(new ConfigurationApplied(state.Version + 1, c.By, c.At)));
    }

    /// <summary>What is referred to comes before what refers to it, and goes after it.</summary>
    private static List<ConfigurationEvent> Changes(Configuration state, Configuration wanted, DateTimeOffset at) =>
    [
        .. Differing(state.Skills, wanted.Skills, ConfigurationText.Lines).Select(s => new SkillDefined(s, at)),
        .. Differing(state.Presences, wanted.Presences, ConfigurationText.Lines)
            .Select(p => new PresenceDefined(p, at)),
        .. Differing(state.Queues, wanted.Queues, ConfigurationText.Lines)
            .Select(q => new QueueDefined(q with { Version = NextQueueVersion(state, q.Queue) }, at)),
        .. Differing(state.Agents, wanted.Agents, ConfigurationText.Lines)
            .Select(a => new AgentDefined(a with { Version = NextAgentVersion(state, a.Agent) }, at)),
        .. ConfigurationDiff.Same(state.Chat, wanted.Chat, ConfigurationText.Lines)
            ? Enumerable.Empty<ConfigurationEvent>()
            : [new ChatDefined(wanted.Chat, at)],
        .. Missing(state.Agents, wanted.Agents).Select(a => new AgentRemoved(a, at)),
        .. Missing(state.Queues, wanted.Queues).Select(q => new QueueRemoved(q, at)),
        .. Missing(state.Presences, wanted.Presences).Select(p => new PresenceRemoved(p, at)),
        .. Missing(state.Skills, wanted.Skills).Select(s => new SkillRemoved(s, at)),
    ];

    private static IEnumerable<T> Differing<T>(
        ImmutableSortedDictionary<string, T> before,
        ImmutableSortedDictionary<string, T> wanted,
        Func<T, SortedDictionary<string, string>> lines) =>
        wanted.Where(w => !before.TryGetValue(w.Key, out var old) || !ConfigurationDiff.Same(old, w.Value, lines))
            .Select(static w => w.Value);

    private static IEnumerable<string> Missing<T>(
        ImmutableSortedDictionary<string, T> before, ImmutableSortedDictionary<string, T> wanted) =>
        before.Keys.Where(key => !wanted.ContainsKey(key));

    private static int NextQueueVersion(Configuration state, string queue) =>
        1 + (state.Queues.TryGetValue(queue, out var policy)
            ? policy.Version
            : state.RemovedVersions.GetValueOrDefault(QueuePath(queue)));

    private static int NextAgentVersion(Configuration state, string agent) =>
        1 + (state.Agents.TryGetValue(agent, out var profile)
            ? profile.Version
            : state.RemovedVersions.GetValueOrDefault(AgentPath(agent)));

    private static string QueuePath(string queue) => $"queues/{queue}";

    private static string AgentPath(string agent) => $"agents/{agent}";
}
