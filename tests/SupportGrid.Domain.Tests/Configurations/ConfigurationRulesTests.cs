using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Configurations.ConfigurationSamples;

namespace SupportGrid.Domain.Tests.Configurations;

public sealed class ConfigurationRulesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly ChatPolicy Chat = new(
        ["billing"], ["https://shop.example.org:8443", "http://localhost:3000"], "Help", "Hello");

    [Fact]
    public void A_chat_of_guests_is_fine() => Assert.Empty(ConfigurationRules.Check(Wanted with { Chat = Chat }));

    [Theory]
    [MemberData(nameof(BrokenChats))]
    public void A_broken_chat_is_named(string path, ChatPolicy chat) =>
        Assert.Equal(path, Assert.Single(ConfigurationRules.Check(Wanted with { Chat = chat })).Path);

    public static TheoryData<string, ChatPolicy> BrokenChats { get; } = new()
    {
        { "chat/queues/2", Chat with { Queues = ["billing", "nowhere"] } },
        { "chat/origins/1", Chat with { Origins = ["http://shop.example.org"] } },
        { "chat/origins/1", Chat with { Origins = ["https://shop.example.org/path"] } },
        { "chat/origins/1", Chat with { Origins = ["https://shop.example.org; script-src *"] } },
        { "chat/origins/1", Chat with { Origins = ["*"] } },
        { "chat/origins", Chat with { Origins = [.. Enumerable.Range(0, 51).Select(n => $"https://s{n}.test")] } },
        { "chat/title", Chat with { Title = new string('t', 61) } },
        { "chat/greeting", Chat with { Greeting = new string('g', 501) } },
    };

    public static TheoryData<string, QueuePolicy> BrokenPolicies { get; } = new()
    {
        { "queues/billing", Policies.Billing with { Queue = "other" } },
        { "queues/billing/display-name", Policies.Billing with { DisplayName = " " } },
        { "queues/billing/routing-group", Policies.Billing with { RoutingGroup = "Europe" } },
        { "queues/billing/matching", Policies.Billing with { Matching = 0 } },
        { "queues/billing/skills/french", Policies.Billing with { Skills = [new("french", 1)] } },
        { "queues/billing/skills/billing", Policies.Billing with { Skills = [new("billing", 5.5)] } },
        { "queues/billing/skills", Policies.Billing with { Skills = [new("billing", 1), new("billing", 2)] } },
        { "queues/billing/relaxation/2/after", WithSteps(new(Second, 1, []), new(Second, 2, [])) },
        { "queues/billing/relaxation/1/after", WithSteps(new RelaxationStep(-Second, 1, [])) },
        { "queues/billing/relaxation/1/lower-levels-by", WithSteps(new RelaxationStep(Second, 6, [])) },
        { "queues/billing/relaxation/1/drop-skills/french", WithSteps(new RelaxationStep(Second, 0, ["french"])) },
        { "queues/billing/weights/idle", WithWeights(ScoreWeights.Default with { Idle = -1 }) },
        { "queues/billing/weights/proficiency", WithWeights(ScoreWeights.Default with { Proficiency = double.NaN }) },
        { "queues/billing/weights/idle-scale", WithWeights(ScoreWeights.Default with { IdleScale = TimeSpan.Zero }) },
        { "queues/billing/base-priority", Policies.Billing with { BasePriority = 10_001 } },
        { "queues/billing/ageing-per-minute", Policies.Billing with { AgeingPerMinute = -1 } },
        { "queues/billing/target/definition", WithTarget(new("sl.best", Second, 0.8)) },
        { "queues/billing/target/threshold", WithTarget(ServiceTarget.Default with { Threshold = TimeSpan.Zero }) },
        { "queues/billing/target/share", WithTarget(ServiceTarget.Default with { Share = 80 }) },
        { "queues/billing/hours/time-zone", WithHours(new("Europe/Atlantis", [], WhenClosed.Wait)) },
        { "queues/billing/hours/closed", WithHours(OpeningHours.Always with { Closed = 0 }) },
        { "queues/billing/hours/spans/1", WithHours(OverMidnight) },
        { "queues/billing/offer-timeout", Policies.Billing with { OfferTimeout = TimeSpan.FromMinutes(61) } },
        { "queues/billing/prefer-last-agent-for", Policies.Billing with { PreferLastAgentFor = -Second } },
        { "queues/billing/prefer-last-agent-within", Policies.Billing with { PreferLastAgentWithin = -Second } },
        { "queues/billing/short-abandon-after", Policies.Billing with { ShortAbandonAfter = TimeSpan.FromHours(1) } },
        { "queues/billing/reopen-within", Policies.Billing with { ReopenWithin = TimeSpan.FromDays(31) } },
        { "queues/billing/empathy/turns-per-cue", WithEmpathy(EmpathyPolicy.Default with { TurnsPerCue = 0 }) },
        { "queues/billing/empathy/cooldown-turns", WithEmpathy(EmpathyPolicy.Default with { CooldownTurns = 201 }) },
        { "queues/billing/empathy/expiry-turns", WithEmpathy(EmpathyPolicy.Default with { ExpiryTurns = 51 }) },
        { "queues/billing/empathy/strained-from", WithEmpathy(EmpathyPolicy.Default with { StrainedFrom = 149 }) },
        { "queues/billing/empathy/upset-from", WithEmpathy(EmpathyPolicy.Default with { UpsetFrom = 400 }) },
        { "queues/billing/empathy/show-from", WithEmpathy(EmpathyPolicy.Default with { ShowFrom = 1_001 }) },
        { "queues/billing/empathy/silenced", WithEmpathy(EmpathyPolicy.Default with { Silenced = [(CueKind)99] }) },
        {
            "queues/billing/empathy/routing/distress-priority",
            WithRouting(static r => r with { DistressPriority = -1 })
        },
        {
            "queues/billing/empathy/routing/distress-priority",
            WithRouting(static r => r with { DistressPriority = 60.1 })
        },
        {
            "queues/billing/empathy/routing/emotional-load-weight",
            WithRouting(static r => r with { EmotionalLoadWeight = -1 })
        },
        {
            "queues/billing/empathy/routing/emotional-load-scale",
            WithRouting(static r => r with { EmotionalLoadScale = Second / 2 })
        },
        {
            "queues/billing/empathy/routing/emotional-load-half-life",
            WithRouting(static r => r with { EmotionalLoadHalfLife = Second })
        },
        { "queues/billing/empathy/routing", WithEmpathy(EmpathyPolicy.Off with { Routing = Policies.Routing }) },
        { "queues/billing/wrap-up/mode", WithWrapUp(WrapUpPolicy.Default with { Mode = 0 }) },
        { "queues/billing/wrap-up/limit", WithWrapUp(new(WrapUpMode.Timed, TimeSpan.FromMinutes(61), [])) },
        { "queues/billing/wrap-up/codes", WithWrapUp(WrapUpPolicy.Default with { Codes = ["a", "a"] }) },
        { "queues/billing/wrap-up/codes/", WithWrapUp(WrapUpPolicy.Default with { Codes = [""] }) },
    };

    public static TheoryData<string, AgentProfile> BrokenProfiles { get; } = new()
    {
        { "agents/ana", Profiles.Ana with { Agent = "ben" } },
        { "agents/ana/display-name", Profiles.Ana with { DisplayName = new string('x', 201) } },
        { "agents/ana/routing-group", Profiles.Ana with { RoutingGroup = "" } },
        { "agents/ana/queues/fines", Profiles.Ana with { Queues = ["fines"] } },
        { "agents/ana/queues/billing", Profiles.Ana with { RoutingGroup = "america", Queues = ["billing"] } },
        { "agents/ana/queues", Profiles.Ana with { Queues = ["billing", "billing"] } },
        { "agents/ana/skills/french", Profiles.Ana with { Skills = Profiles.Ana.Skills.Add("french", 1) } },
        { "agents/ana/skills/billing", Profiles.Ana with { Skills = Profiles.Ana.Skills.SetItem("billing", -1) } },
        { "agents/ana/capacity/units", WithCapacity(Profiles.Ana.Capacity with { Units = 0 }) },
        { "agents/ana/capacity/chat/cost", WithRule(Channel.Chat, new(-1, 1, [])) },
        { "agents/ana/capacity/chat/limit", WithRule(Channel.Chat, new(1, -1, [])) },
        { "agents/ana/capacity/chat/interruptible-by", WithRule(Channel.Chat, new(1, 1, [0])) },
        { "agents/ana/capacity/99", WithRule((Channel)99, new(1, 1, [])) },
    };

    [Fact]
    public void Distress_needs_ageing_that_makes_up_for_it_within_an_hour()
    {
        var hour = WithRouting(static r => r with { DistressPriority = 60 });
        Assert.Empty(ConfigurationRules.Check(Wanted.With(hour)));
        AssertOneProblem(
            "queues/billing/empathy/routing/distress-priority", Wanted.With(hour with { AgeingPerMinute = 0.5 }));
        Assert.Empty(ConfigurationRules.Check(Wanted.With(Policies.Billing with { AgeingPerMinute = 0 })));
    }

    private static QueuePolicy WithRouting(Func<EmpathyRouting, EmpathyRouting> change) =>
        WithEmpathy(EmpathyPolicy.Default with { Routing = change(Policies.Routing) });

    private static QueuePolicy WithEmpathy(EmpathyPolicy empathy) => Policies.Billing with { Empathy = empathy };

    private static OpeningHours OverMidnight =>
        new("UTC", [new OpenSpan(DayOfWeek.Friday, new TimeOnly(22, 0), new TimeOnly(2, 0))], WhenClosed.Wait);

    [Fact]
    public void A_sound_configuration_breaks_no_rule() => Assert.Empty(ConfigurationRules.Check(Wanted));

    [Theory]
    [MemberData(nameof(BrokenPolicies), DisableDiscoveryEnumeration = true)]
    public void A_broken_policy_is_told_by_its_path(string path, QueuePolicy policy) =>
        AssertOneProblem(path, Wanted with { Queues = Wanted.Queues.SetItem("billing", policy) });

    [Theory]
    [MemberData(nameof(BrokenProfiles), DisableDiscoveryEnumeration = true)]
    public void A_broken_profile_is_told_by_its_path(string path, AgentProfile profile) =>
        AssertOneProblem(path, Wanted with { Agents = Wanted.Agents.SetItem("ana", profile) });

    [Theory]
    [InlineData("a", true)]
    [InlineData("0.a_b-c", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("é", false)]
    public void Keys_have_a_form(string key, bool isKey) => Assert.Equal(isKey, ConfigurationRules.IsKey(key));

    [Fact]
    public void Keys_have_a_length()
    {
        Assert.True(ConfigurationRules.IsKey(new string('a', 64)));
        Assert.False(ConfigurationRules.IsKey(new string('a', 65)));
    }

    [Fact]
    public void Online_always_takes_work() =>
        AssertOneProblem("presences/online/takes-work", Wanted.With(new PresenceReason("online", "Online", false)));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(
            ["skills/X", "presences/Y", "queues/billing/base-priority", "agents/ana/capacity/units"],
            ConfigurationRules.Check(Wanted
                .With(new Skill("X", "X"))
                .With(new PresenceReason("Y", "Y", true))
                .With(Policies.Billing with { BasePriority = double.PositiveInfinity })
                .With(WithCapacity(Profiles.Ana.Capacity with { Units = -1 }))).Select(p => p.Path));

    [Fact]
    public void There_are_limits_to_how_much_one_tenant_has()
    {
        Assert.Equal(
            ["skills"],
            Paths(Wanted.With([.. Enumerable.Range(0, 2_000).Select(n => new Skill($"s{n}", "S"))])));
        Assert.Equal(
            ["queues"],
            Paths(Wanted.With([.. Enumerable.Range(0, 1_000).Select(n => Policies.Billing with { Queue = $"q{n}" })])));
        Assert.Equal(
            ["agents"],
            Paths(Wanted with
            {
                Agents = Enumerable.Range(0, ConfigurationLimits.AgentsMax + 1)
                    .ToImmutableSortedDictionary(n => $"a{n}", n => Profiles.Of($"a{n}")),
            }));
    }

    private static IEnumerable<string> Paths(Configuration wanted) =>
        ConfigurationRules.Check(wanted).Select(p => p.Path);

    private static void AssertOneProblem(string path, Configuration wanted) =>
        Assert.Equal(path, Assert.Single(ConfigurationRules.Check(wanted)).Path);

    private static QueuePolicy WithSteps(params ImmutableArray<RelaxationStep> steps) =>
        Policies.Billing with { Relaxation = steps };

    private static QueuePolicy WithWeights(ScoreWeights weights) => Policies.Billing with { Weights = weights };

    private static QueuePolicy WithTarget(ServiceTarget target) => Policies.Billing with { Target = target };

    private static QueuePolicy WithHours(OpeningHours hours) => Policies.Billing with { Hours = hours };

    private static QueuePolicy WithWrapUp(WrapUpPolicy wrapUp) => Policies.Billing with { WrapUp = wrapUp };

    private static AgentProfile WithCapacity(ChannelCapacity capacity) => Profiles.Ana with { Capacity = capacity };

    private static AgentProfile WithRule(Channel channel, ChannelRule rule) => WithCapacity(
        Profiles.Ana.Capacity with { Channels = Profiles.Ana.Capacity.Channels.SetItem(channel, rule) });
}
