using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Silo.Tests.Hosting;

/// <summary>A small contact centre: queues billing and orders, agents ana, ben and cem, one routing group.</summary>
internal static class Given
{
    public const string Tenant = "acme";
    public const string Group = "europe";

    public static DateTimeOffset Noon { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static TimeSpan OfferTimeout { get; } = TimeSpan.FromSeconds(20);

    public static Presence Online { get; } = new("online", true, Noon);

    public static Presence Pause { get; } = new("break", false, Noon);

    public static QueuePolicy Queue(string queue) => new(
        1,
        queue,
        queue,
        Group,
        [],
        SkillMatching.Best,
        [],
        ScoreWeights.Default,
        5,
        1,
        ServiceTarget.Default,
        OpeningHours.Always,
        OfferTimeout,
        TimeSpan.FromSeconds(30),
        TimeSpan.FromDays(30),
        WrapUpPolicy.Default,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromDays(2));

    public static AgentProfile Agent(string agent, int chats = 1) => new(
        1,
        agent,
        agent,
        Group,
        [],
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal),
        new ChannelCapacity(
            100,
            ImmutableSortedDictionary.CreateRange<Channel, ChannelRule>(
            [
                KeyValuePair.Create(Channel.Voice, new ChannelRule(100, 1, [])),
                KeyValuePair.Create(Channel.Chat, new ChannelRule(100 / chats, chats, [])),
            ])));

    public static Configuration Configuration(
        IEnumerable<QueuePolicy>? queues = null, IEnumerable<AgentProfile>? agents = null) => Domain.Configurations
        .Configuration.Empty with
    {
        Presences = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, [KeyValuePair.Create("break", new PresenceReason("break", "Break", false))]),
        Queues = (queues ?? [Queue("billing"), Queue("orders")])
            .ToImmutableSortedDictionary(q => q.Queue, q => q, StringComparer.Ordinal),
        Agents = (agents ?? [Agent("ana"), Agent("ben"), Agent("cem")])
            .ToImmutableSortedDictionary(a => a.Agent, a => a, StringComparer.Ordinal),
    };
}
