using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;
using static SupportGrid.Domain.Configurations.ConfigurationLimits;

namespace SupportGrid.Domain.Configurations;

/// <summary>What a configuration must satisfy as a whole. Versions inside are not looked at.</summary>
public static partial class ConfigurationRules
{
    /// <summary>All broken rules, in the order of their paths' sections; empty when it may be applied.</summary>
    public static ImmutableArray<ConfigurationProblem> Check(Configuration wanted)
    {
        var problems = new Problems();
        CheckCounts(wanted, problems);
        CheckSkills(wanted, problems);
        CheckPresences(wanted, problems);
        foreach (var (key, policy) in wanted.Queues)
        {
            QueueRules.Check(key, policy, wanted, problems);
        }

        foreach (var (key, profile) in wanted.Agents)
        {
            AgentRules.Check(key, profile, wanted, problems);
        }

        ChatRules.Check(wanted.Chat, wanted, problems);
        return problems.ToImmutable();
    }

    /// <summary>Whether a key may name a skill, a presence, a queue, an agent or a routing group.</summary>
    public static bool IsKey(string key) => KeyForm().IsMatch(key);

    private static void CheckCounts(Configuration wanted, Problems problems)
    {
        problems.Unless(wanted.Skills.Count <= SkillsMax, "skills", $"There are at most {SkillsMax} skills.");
        problems.Unless(
            wanted.Presences.Count <= PresencesMax, "presences", $"There are at most {PresencesMax} presences.");
        problems.Unless(wanted.Queues.Count <= QueuesMax, "queues", $"There are at most {QueuesMax} queues.");
        problems.Unless(wanted.Agents.Count <= AgentsMax, "agents", $"There are at most {AgentsMax} agents.");
    }

    private static void CheckSkills(Configuration wanted, Problems problems)
    {
        foreach (var (key, skill) in wanted.Skills)
        {
            problems.CheckEntry($"skills/{key}", key, skill.Key, skill.DisplayName);
        }
    }

    private static void CheckPresences(Configuration wanted, Problems problems)
    {
        foreach (var (key, presence) in wanted.Presences)
        {
            problems.CheckEntry($"presences/{key}", key, presence.Key, presence.DisplayName);
            problems.Unless(
                key != PresenceReason.Online || presence.TakesWork,
                $"presences/{key}/takes-work",
                "The presence online always takes work.");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();
}
