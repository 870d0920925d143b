using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Compatibility.Tests.Events;

/// <summary>Parts that several samples share; every member has a value, so that a lost one shows.</summary>
internal static class SampleParts
{
    public static DateTimeOffset At { get; } = new(2026, 3, 29, 1, 59, 59, 123, TimeSpan.Zero);

    public static DateTimeOffset Later { get; } = At.AddSeconds(20.0000001);

    public static ImmutableArray<SkillRequirement> Skills { get; } = [new("français", 2.5), new("billing", 0)];

    public static WrapUpPolicy WrapUp { get; } = new(WrapUpMode.Timed, TimeSpan.FromMinutes(2), ["solved", "refund"]);

    public static PolicySnapshot Snapshot { get; } = new(
        7,
        "europe",
        WrapUp,
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromDays(2));

    public static QueuePolicy Policy { get; } = new(
        7,
        "billing",
        "Billing & refunds",
        "europe",
        Skills,
        SkillMatching.Best,
        [new RelaxationStep(TimeSpan.FromSeconds(30), 0.5, ["français"])],
        new ScoreWeights(10, 1, 100, 0.25, TimeSpan.FromHours(1)),
        5,
        1.5,
        new ServiceTarget("sl.excl-short", TimeSpan.FromSeconds(20), 0.8),
        new OpeningHours(
            "Europe/Zurich",
            [new OpenSpan(DayOfWeek.Monday, new TimeOnly(8, 30), TimeOnly.MaxValue)],
            WhenClosed.Refuse),
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromDays(30),
        WrapUp,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromDays(2));

    public static AgentProfile Profile { get; } = new(
        3,
        "ana",
        "Ana Müller",
        "europe",
        ["billing", "orders"],
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("billing", 4.5)]),
        new ChannelCapacity(
            100,
            ImmutableSortedDictionary.CreateRange<Channel, ChannelRule>(
            [
                KeyValuePair.Create(Channel.Voice, new ChannelRule(100, 1, [])),
                KeyValuePair.Create(Channel.Email, new ChannelRule(10, 5, [Channel.Voice, Channel.Chat])),
            ])));

    public static Presence Break { get; } = new("break", false, At);

    public static OfferInHand Offer { get; } = new("o-1", "i-1", 4, Channel.Chat, "billing", Later);

    public static WorkItem Work { get; } = new("i-1", "o-1", 4, Channel.Chat, "billing", WorkStage.Interacting, At);
}
