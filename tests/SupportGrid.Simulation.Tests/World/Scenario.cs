using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>What a seed makes of the centre: its queues, its agents, and how much goes wrong.</summary>
internal sealed record Scenario(
    Configuration Configuration,
    int Customers,
    TimeSpan Length,
    int Crashes,
    double RepeatChance,
    double LateChance,
    double SlowStoreChance,
    double FailingStoreChance)
{
    public const string Tenant = "acme";
    public const string Group = "europe";

    public static ImmutableArray<string> Queues { get; } = ["billing", "orders"];

    public static Presence Online(DateTimeOffset at) => new("online", true, at);

    public static Presence Pause(DateTimeOffset at) => new("break", false, at);

    public static Scenario Draw(SimulatedRandom random)
    {
        var agents = Enumerable.Range(0, random.Next(2, 6)).Select(i => Agent($"a-{i}", random)).ToArray();
        var configuration = Configuration.Empty with
        {
            Skills = Sorted([new Skill("french", "French")], static s => s.Key),
            Presences = Sorted([new PresenceReason("break", "Break", false)], static p => p.Key),
            Queues = Sorted(Queues.Select(q => Queue(q, random)), static q => q.Queue),
            Agents = Sorted(agents, static a => a.Agent),
        };
        return new Scenario(
            configuration,
            random.Next(5, 20),
            TimeSpan.FromMinutes(random.Next(2, 8)),
            random.Chance(0.25) ? 0 : random.Next(1, 5),
            random.Chance(0.5) ? 0 : 0.1,
            random.Chance(0.5) ? 0 : 0.2,
            random.Chance(0.5) ? 0 : 0.05,
            random.Chance(0.5) ? 0 : 0.02);
    }

    private static ImmutableSortedDictionary<string, T> Sorted<T>(IEnumerable<T> values, Func<T, string> key) =>
        values.ToImmutableSortedDictionary(key, static v => v, StringComparer.Ordinal);

    private static QueuePolicy Queue(string queue, SimulatedRandom random) => new(
        1,
        queue,
        queue,
        Group,
        random.Chance(0.3) ? [new SkillRequirement("french", 2)] : [],
        random.Pick([SkillMatching.All, SkillMatching.Best, SkillMatching.Disregard]),
        [new RelaxationStep(TimeSpan.FromSeconds(random.Next(5, 60)), 0, ["french"])],
        ScoreWeights.Default,
        random.Next(10),
        1,
        ServiceTarget.Default,
        OpeningHours.Always,
        TimeSpan.FromSeconds(random.Next(5, 30)),
        TimeSpan.FromSeconds(random.Next(0, 30)),
        TimeSpan.FromDays(30),
        new WrapUpPolicy(
            random.Pick([WrapUpMode.None, WrapUpMode.Optional, WrapUpMode.Timed, WrapUpMode.Forced]),
            TimeSpan.FromSeconds(random.Next(5, 40)),
            []),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromDays(2),
        Empathy: EmpathyPolicy.Default with { ExternalModel = queue == Queues[0], Routing = Routing(random) });

    /// <summary>Half of the queues let their routing take something from it.</summary>
    private static EmpathyRouting? Routing(SimulatedRandom random) => random.Chance(0.5) ? null : new EmpathyRouting(
        random.Next(3) * 5,
        random.Next(3) * 4,
        TimeSpan.FromSeconds(random.Next(5, 60)),
        TimeSpan.FromSeconds(random.Next(60, 200)));

    private static AgentProfile Agent(string agent, SimulatedRandom random)
    {
        var chats = random.Next(1, 4);
        var skills = random.Chance(0.5)
            ? ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("french", 3.0)])
            : ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
        return new AgentProfile(
            1,
            agent,
            agent,
            Group,
            [],
            skills,
            new ChannelCapacity(
                100,
                ImmutableSortedDictionary.CreateRange<Channel, ChannelRule>(
                [
                    KeyValuePair.Create(Channel.Voice, new ChannelRule(100, 1, [])),
                    KeyValuePair.Create(Channel.Chat, new ChannelRule(100 / chats, chats, [])),
                    KeyValuePair.Create(Channel.Email, new ChannelRule(20, 2, [])),
                ])));
    }
}
