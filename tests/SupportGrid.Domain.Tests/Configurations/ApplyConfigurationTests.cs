using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Configurations.ConfigurationSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Configurations;

public sealed class ApplyConfigurationTests
{
    [Fact]
    public void The_chat_of_guests_is_switched_on_and_off()
    {
        var chat = new ChatPolicy(["billing"], [], "", "");
        var on = InForce.And(Apply(Wanted with { Chat = chat }));

        InForce.When(Apply(Wanted with { Chat = chat })).Then(
            new ChatDefined(chat, T(0)), new ConfigurationApplied(2, "root", T(0)));
        on.When(Apply(Wanted with { Chat = new ChatPolicy(["billing"], [], "", "") })).ThenNothing();
        on.When(Apply(Wanted)).Then(
            new ChatDefined(ChatPolicy.Off, T(0)), new ConfigurationApplied(3, "root", T(0)));
    }

    [Fact]
    public void The_first_configuration_defines_everything_at_version_one() =>
        ConfigurationScenario.Given().When(Apply(Wanted)).Then(
            new SkillDefined(new Skill("billing", "Billing"), T(0)),
            new SkillDefined(new Skill("orders", "Orders"), T(0)),
            new PresenceDefined(new PresenceReason("break", "Break", false), T(0)),
            new QueueDefined(Policies.Billing, T(0)),
            new QueueDefined(Policies.Orders with { Version = 1 }, T(0)),
            new AgentDefined(Profiles.Ana, T(0)),
            new ConfigurationApplied(1, "root", T(0)));

    [Fact]
    public void The_same_content_is_nothing_whatever_its_versions_and_order() =>
        InForce.When(Apply(Copy(Wanted.With(Policies.Billing with { Version = 99 })), expected: 0)).ThenNothing();

    [Fact]
    public void Only_what_changed_gets_a_new_version()
    {
        var changed = Policies.Billing with { OfferTimeout = TimeSpan.FromSeconds(45) };

        InForce.When(Apply(Wanted.With(changed))).Then(
            new QueueDefined(changed with { Version = 2 }, T(0)), new ConfigurationApplied(2, "root", T(0)));
    }

    [Fact]
    public void What_is_missing_is_removed_after_what_refers_to_it()
    {
        var smaller = Configuration.Empty
            .With(new Skill("billing", "Billing"))
            .With(new PresenceReason("break", "Break", false))
            .With(Policies.Billing);

        InForce.When(Apply(smaller)).Then(
            new AgentRemoved("ana", T(0)),
            new QueueRemoved("orders", T(0)),
            new SkillRemoved("orders", T(0)),
            new ConfigurationApplied(2, "root", T(0)));
    }

    [Fact]
    public void What_comes_back_goes_on_counting_its_versions()
    {
        var without = Wanted with { Queues = Wanted.Queues.Remove("orders"), Agents = Wanted.Agents.Remove("ana") };

        var outcome = InForce.And(Apply(without)).When(Apply(Wanted));

        Assert.Equal(2, outcome.ThenOne<QueueDefined>().Policy.Version);
        Assert.Equal(2, outcome.ThenOne<AgentDefined>().Profile.Version);
        Assert.Empty(outcome.State.RemovedVersions);
    }

    [Fact]
    public void The_expected_version_must_be_in_force()
    {
        var changed = Wanted.With(new Skill("french", "French"));

        InForce.When(Apply(changed, expected: 1)).ThenTypes(typeof(SkillDefined), typeof(ConfigurationApplied));
        InForce.When(Apply(changed, expected: 2)).ThenRefused(ConfigurationRefusals.Version(inForce: 1, expected: 2));
    }

    [Fact]
    public void A_broken_rule_refuses_the_whole()
    {
        var broken = Wanted.With(new Skill("French", "")).With(Policies.Billing with { OfferTimeout = TimeSpan.Zero });

        InForce.When(Apply(broken)).ThenRefused(ConfigurationRefusals.Invalid(ConfigurationRules.Check(broken)));
    }

    [Fact]
    public void A_refusal_names_the_first_problems_and_counts_the_rest()
    {
        var broken = Wanted.With([.. Enumerable.Range(0, 9).Select(n => new Skill($"s{n}", ""))]);

        var refusal = ConfigurationRefusals.Invalid(ConfigurationRules.Check(broken));

        Assert.StartsWith(
            "The configuration breaks 9 rules. skills/s0/display-name: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(" And 4 more.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<ConfigurationDecider, Configuration, ConfigurationCommand, ConfigurationEvent>(
            [
                Apply(Wanted),
                Apply(Wanted.With(Policies.WithWrapUp(WrapUpMode.Forced, "a"))),
                Apply(Wanted with { Queues = Wanted.Queues.Remove("orders") }),
                Apply(Wanted with { Agents = Wanted.Agents.Remove("ana") }, expected: 1),
                Apply(Wanted with { Presences = Wanted.Presences.Clear() }),
                Apply(Wanted with { Chat = new ChatPolicy(["billing"], [], "", "") }),
                Apply(Configuration.Empty),
                Apply(Wanted.With(new Skill("", ""))),
            ],
            statesMax: 200);

        report.AssertEveryEventHappened(typeof(ConfigurationEvent));
        Assert.Equal(ConfigurationRefusals.Codes.Order(), report.Refusals.Order());
    }
}
