using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>Plain queues, agents and items; a test changes what it is about.</summary>
internal static class Given
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static QueuePolicy Policy(string queue = "billing") => new(
        Version: 1,
        queue,
        queue,
        RoutingGroup: "main",
        Skills: [],
        SkillMatching.Best,
        Relaxation: [],
        ScoreWeights.Default,
        BasePriority: 0,
        AgeingPerMinute: 1,
        ServiceTarget.Default,
        OpeningHours.Always,
        OfferTimeout: TimeSpan.FromSeconds(20),
        PreferLastAgentFor: TimeSpan.FromMinutes(1),
        PreferLastAgentWithin: TimeSpan.FromDays(1),
        WrapUpPolicy.Default,
        ShortAbandonAfter: TimeSpan.FromSeconds(5),
        ReopenWithin: TimeSpan.FromDays(1));

    public static ChannelCapacity Capacity(int chats = 1, int voices = 1) => new(
        100,
        new Dictionary<Channel, ChannelRule>
        {
            [Channel.Chat] = new(100 / chats, chats, []),
            [Channel.Voice] = new(100 / voices, voices, []),
        }.ToImmutableSortedDictionary());

    public static AgentAvailability Agent(
        string agent, int idleMinutes = 10, int chats = 1, params (string Skill, double Level)[] skills) => new(
        agent,
        Version: 1,
        Routable: true,
        WhyNot: null,
        new AgentProfile(
            1,
            agent,
            char.ToUpperInvariant(agent[0]) + agent[1..],
            "main",
            [],
            skills.ToImmutableSortedDictionary(s => s.Skill, s => s.Level, StringComparer.Ordinal),
            Capacity(chats)),
        Carried: [],
        IdleSince: Noon.AddMinutes(-idleMinutes));

    public static WaitingItem Item(
        string interaction, double waitedMinutes = 1, string queue = "billing", params SkillRequirement[] skills) => new(
        interaction,
        Version: 1,
        queue,
        Channel.Chat,
        PlaceSince: Noon.AddMinutes(-waitedMinutes),
        Priority: 0,
        [.. skills],
        PreferredAgent: null,
        PreferredUntil: null,
        OnlyAgent: null,
        OnlyUntil: null,
        NotAgents: []);

    public static AgentAvailability Newer(this AgentAvailability agent) => agent with { Version = agent.Version + 1 };

    public static AgentAvailability Away(this AgentAvailability agent, string why = "away") =>
        agent.Newer() with { Routable = false, WhyNot = why };

    public static AgentAvailability Back(this AgentAvailability agent) =>
        agent.Newer() with { Routable = true, WhyNot = null };

    public static AgentAvailability Carrying(this AgentAvailability agent, params CarriedItem[] carried) =>
        agent.Newer() with { Carried = [.. carried] };

    public static AgentAvailability WithProfile(this AgentAvailability agent, Func<AgentProfile, AgentProfile> change) =>
        agent.Newer() with { Profile = change(agent.Profile) with { Version = agent.Profile.Version + 1 } };
}
