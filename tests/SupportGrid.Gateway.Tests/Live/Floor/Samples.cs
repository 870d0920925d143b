using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>Configuration of the small floor.</summary>
internal static class Samples
{
    public const string Tenant = "acme";
    public const string Group = "main";

    public static QueuePolicy Policy(string queue) => new(
        1,
        queue,
        queue,
        Group,
        [],
        SkillMatching.All,
        [],
        ScoreWeights.Default,
        0,
        1,
        ServiceTarget.Default,
        OpeningHours.Always,
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromDays(1),
        WrapUpPolicy.Default,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromHours(1));

    public static AgentProfile Profile(string agent) => new(
        1,
        agent,
        agent.ToUpperInvariant(),
        Group,
        [],
        ImmutableSortedDictionary<string, double>.Empty,
        new ChannelCapacity(
            100,
            ImmutableSortedDictionary<Channel, ChannelRule>.Empty.Add(Channel.Chat, new ChannelRule(30, 3, []))));
}
