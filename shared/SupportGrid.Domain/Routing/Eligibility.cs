using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Whether an agent can be asked: the one list of reasons, for the index, for the record and for the replay.
/// </summary>
internal static class Eligibility
{
    /// <summary>What only a new profile can change; null: qualified.</summary>
    public static ExclusionReason? OfProfile(AgentProfile profile, QueuePolicy policy, Demand demand)
    {
        if (demand.OnlyAgent is not null && demand.OnlyAgent != profile.Agent)
        {
            return ExclusionReason.OnlyAgent;
        }

        if (demand.OnlyAgent is null && !Serves(profile, policy))
        {
            return ExclusionReason.NotInQueue;
        }

        if (!profile.Capacity.Fits(demand.Channel, []))
        {
            return ExclusionReason.ChannelNotServed;
        }

        return OfSkills(demand.Skills, skill => profile.Skills.TryGetValue(skill, out var level) ? level : null);
    }

    /// <summary>The first reason that applies to recorded facts; null: can be asked.</summary>
    /// <param name="skills">Required after relaxation.</param>
    /// <param name="onlyAgent">The agent of a transfer that is in force, or null.</param>
    public static ExclusionReason? OfFacts(AgentFacts facts, ImmutableArray<SkillRequirement> skills, string? onlyAgent)
    {
        if (onlyAgent is not null && onlyAgent != facts.Agent)
        {
            return ExclusionReason.OnlyAgent;
        }

        if (onlyAgent is null && !facts.InQueue)
        {
            return ExclusionReason.NotInQueue;
        }

        if (!facts.ServesChannel)
        {
            return ExclusionReason.ChannelNotServed;
        }

        return OfSkills(skills, skill => facts.Levels.FirstOrDefault(level => level.Skill == skill)?.Level)
            ?? OfSession(facts.Routable, facts.Fits, facts.FitsUnreserved);
    }

    /// <summary>What the agent's session and load say of a qualified agent.</summary>
    public static ExclusionReason? OfSession(bool routable, bool fits, bool fitsUnreserved) =>
        (routable, fits, fitsUnreserved) switch
        {
            (false, _, _) => ExclusionReason.NotRoutable,
            (_, true, _) => null,
            (_, _, true) => ExclusionReason.Reserved,
            _ => ExclusionReason.Capacity,
        };

    public static bool Serves(AgentProfile profile, QueuePolicy policy) =>
        profile.RoutingGroup == policy.RoutingGroup
        && (profile.Queues.IsEmpty || profile.Queues.Contains(policy.Queue));

    private static ExclusionReason? OfSkills(ImmutableArray<SkillRequirement> skills, Func<string, double?> levelOf)
    {
        ExclusionReason? tooLow = null;
        foreach (var required in skills)
        {
            if (levelOf(required.Skill) is not { } level)
            {
                return ExclusionReason.SkillMissing;
            }

            tooLow = level < required.MinimumLevel ? ExclusionReason.SkillLevel : tooLow;
        }

        return tooLow;
    }
}
