using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
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

    public static EmpathyPolicy Empathy => new(
        true,
        2,
        5,
        3,
        350,
        550,
        650,
        [CueKind.Closing],
        true,
        new EmpathyRouting(20, 4.5, TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)));

    public static HardSpell Hard => new("i-1", "billing", Trajectory.Upset, At, Later, TimeSpan.FromHours(2));

    public static TurnReading Reading => new(
        "emotion-en 2026-11-22",
        "en",
        false,
        912,
        [new LabelScore(EmotionLabels.Angry, 831, true)],
        12,
        740,
        31,
        [TurnSignal.Restates],
        [new RuleMatch("effort-strong", RuleStrength.Alert, 7, 13)],
        [new LabelEvidence(EmotionLabels.Angry, 0, 4, 620)],
        360,
        [new EffortFact(EffortCause.Transferred, 360, 2, true)]);

    public static RevisedReading Revised => new(
        "external", "a-model", 640, [new LabelScore(EmotionLabels.Sad, 610, true)], 3, 520, 44);

    public static Cue Shown => new(
        "cue-3",
        CueKind.Waiting,
        "m-3",
        3,
        7,
        13,
        [new CueEvidence(EvidenceSource.Rule, "effort-strong", 7, 13, 0, "external a-model")],
        970,
        Approach.ExplainTheWait,
        new AlertGround(AlertSource.Rule, "effort-strong"),
        "effort-strong/m-3",
        2,
        5);

    public static Experience Lived => new(
        "i-1", 17, Trajectory.Recovering, 360, [new EffortFact(EffortCause.Transferred, 360, 2, true)], true, At);

    public static PolicySnapshot Snapshot { get; } = new(
        7,
        "europe",
        WrapUp,
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromDays(2),
        Empathy);

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
        TimeSpan.FromDays(2),
        Empathy);

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
