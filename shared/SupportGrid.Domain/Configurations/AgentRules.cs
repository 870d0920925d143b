using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Configurations.ConfigurationLimits;

namespace SupportGrid.Domain.Configurations;

/// <summary>What an agent's profile must satisfy.</summary>
internal static class AgentRules
{
    public static void Check(string key, AgentProfile profile, Configuration wanted, Problems problems)
    {
        var path = $"agents/{key}";
        problems.CheckEntry(path, key, profile.Agent, profile.DisplayName);
        problems.CheckKey($"{path}/routing-group", profile.RoutingGroup);
        CheckQueues($"{path}/queues", profile, wanted, problems);
        CheckSkills($"{path}/skills", profile, wanted, problems);
        CheckCapacity($"{path}/capacity", profile.Capacity, problems);
    }

    private static void CheckQueues(string path, AgentProfile profile, Configuration wanted, Problems problems)
    {
        problems.CheckUnique(path, profile.Queues);
        foreach (var queue in profile.Queues)
        {
            var policy = wanted.Queues.GetValueOrDefault(queue);
            problems.Unless(policy is not null, $"{path}/{queue}", "There is no queue of this key.");
            problems.Unless(
                policy is null || policy.RoutingGroup == profile.RoutingGroup,
                $"{path}/{queue}",
                $"The queue belongs to the routing group {policy?.RoutingGroup}, the agent to {profile.RoutingGroup}.");
        }
    }

    private static void CheckSkills(string path, AgentProfile profile, Configuration wanted, Problems problems)
    {
        problems.Unless(
            profile.Skills.Count <= AgentSkillsMax, path, $"An agent has at most {AgentSkillsMax} skills.");
        foreach (var (skill, level) in profile.Skills)
        {
            problems.Unless(wanted.Skills.ContainsKey(skill), $"{path}/{skill}", "There is no skill of this key.");
            problems.CheckNumber($"{path}/{skill}", level, 0, SkillLevelMax);
        }
    }

    private static void CheckCapacity(string path, ChannelCapacity capacity, Problems problems)
    {
        problems.CheckNumber($"{path}/units", capacity.Units, 1, CapacityUnitsMax);
        foreach (var (channel, rule) in capacity.Channels)
        {
            var at = $"{path}/{ConfigurationText.Of(channel)}";
            problems.Unless(Enum.IsDefined(channel), at, "There is no such channel.");
            problems.CheckNumber($"{at}/cost", rule.Cost, 0, CapacityUnitsMax);
            problems.CheckNumber($"{at}/limit", rule.Limit, 0, ChannelItemsMax);
            problems.Unless(
                rule.InterruptibleBy.All(static c => Enum.IsDefined(c)),
                $"{at}/interruptible-by",
                "There is no such channel.");
        }
    }
}
