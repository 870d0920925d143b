using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// What an item asks of an agent at an instant. Items with one signature can be served by the same agents, apart from
/// those who rejected them.
/// </summary>
/// <param name="Skills">After relaxation, ordered by skill; empty where skills are disregarded.</param>
/// <param name="OnlyAgent">The agent to whom it was transferred, while that holds.</param>
internal sealed record Demand(
    string Queue,
    Channel Channel,
    SkillMatching Matching,
    ImmutableArray<SkillRequirement> Skills,
    string? OnlyAgent,
    string Signature)
{
    public static Demand Of(WaitingItem item, QueuePolicy policy, DateTimeOffset now)
    {
        var only = OnlyAgentAt(item, now);
        var skills = policy.Matching == SkillMatching.Disregard || only is not null
            ? []
            : Relaxation.Apply(item.Skills, policy.Relaxation, now - item.PlaceSince);
        return new(item.Queue, item.Channel, policy.Matching, skills, only, Sign(item, skills, only));
    }

    /// <summary>
    /// A transfer to one agent ends with its term, and with that agent's own "no": then anybody may help.
    /// </summary>
    public static string? OnlyAgentAt(WaitingItem item, DateTimeOffset now) =>
        item.OnlyAgent is { } only && (item.OnlyUntil is null || now < item.OnlyUntil) && !item.NotAgents.Contains(only)
            ? only
            : null;

    /// <summary>When time alone changes what <paramref name="item"/> asks for, or null.</summary>
    public static DateTimeOffset? NextChange(WaitingItem item, QueuePolicy policy, DateTimeOffset now)
    {
        if (OnlyAgentAt(item, now) is not null)
        {
            return item.OnlyUntil;
        }

        var relaxes = policy.Matching != SkillMatching.Disregard && !item.Skills.IsEmpty;
        return relaxes && Relaxation.NextAfter(policy.Relaxation, now - item.PlaceSince) is { } wait
            ? item.PlaceSince + wait
            : null;
    }

    private static string Sign(WaitingItem item, ImmutableArray<SkillRequirement> skills, string? only)
    {
        var text = new StringBuilder(item.Queue);
        text.Append('\u001f').Append((int)item.Channel).Append('\u001f').Append(only);
        foreach (var skill in skills)
        {
            text.Append('\u001f').Append(skill.Skill).Append('\u001e');
            text.Append(skill.MinimumLevel.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
