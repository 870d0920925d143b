using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class OpenInteractionTests
{
    [Fact]
    public void Opening_takes_a_place_in_the_line() =>
        InteractionScenario.Given().When(Open()).Then(
            new InteractionOpened("i1", "zoe", "Zoe", Channel.Chat, "Parcel", [], 0, T(0)),
            new InteractionQueued(
                "billing",
                QueuedBecause.Opened,
                T(0),
                5,
                [new SkillRequirement("billing", 2)],
                null,
                null,
                null,
                PolicySnapshot.Of(Policies.Billing),
                T(0)));

    [Fact]
    public void The_first_message_is_in_the_transcript()
    {
        var facts = InteractionScenario.Given().When(Open() with { FirstMessage = "Where is it?" })
            .Becomes<Interaction.Queued>().Facts;

        Assert.Equal(
            new Message(1, "m1", Party.Customer, "zoe", "Where is it?", Channel.Chat, T(0)),
            Assert.Single(facts.Transcript));
    }

    [Fact]
    public void Extra_wishes_come_on_top_of_what_the_queue_asks_for()
    {
        var open = Open() with { ExtraSkills = [new("french", 1), new("billing", 4)], ExtraPriority = 7 };

        var queued = InteractionScenario.Given().When(open).ThenOne<InteractionQueued>();

        Assert.Equal(
            [new SkillRequirement("billing", 4), new SkillRequirement("french", 1)], queued.Skills.AsEnumerable());
        Assert.Equal(12, queued.Priority);
    }

    [Fact]
    public void The_agent_of_a_recent_contact_is_preferred_for_a_while()
    {
        var queued = InteractionScenario.Given()
            .When(Open() with { LastAgent = new LastService("ben", T(0) - TimeSpan.FromDays(30)) })
            .ThenOne<InteractionQueued>();

        Assert.Equal(("ben", T(15)), (queued.LastAgent, queued.PreferLastAgentUntil));
    }

    [Fact]
    public void The_agent_of_a_contact_long_ago_is_not_preferred() =>
        Assert.Null(InteractionScenario.Given()
            .When(Open() with { LastAgent = new LastService("ben", T(-1) - TimeSpan.FromDays(30)) })
            .ThenOne<InteractionQueued>().PreferLastAgentUntil);

    [Fact]
    public void A_queue_that_prefers_nobody_prefers_no_last_agent() =>
        Assert.Null(InteractionScenario.Given()
            .When(Open() with
            {
                Policy = Policies.Billing with { PreferLastAgentFor = TimeSpan.Zero },
                LastAgent = new LastService("ben", T(-60)),
            })
            .ThenOne<InteractionQueued>().PreferLastAgentUntil);

    [Fact]
    public void A_closed_queue_that_waits_takes_it() =>
        InteractionScenario.Given().When(Open() with { QueueIsOpen = false }).Becomes<Interaction.Queued>();

    [Fact]
    public void A_closed_queue_that_refuses_does_not_take_it() =>
        InteractionScenario.Given()
            .When(Open() with { QueueIsOpen = false, Policy = Policies.ClosedToAll })
            .ThenRefused(InteractionRefusals.QueueClosed);

    [Fact]
    public void Opening_again_is_nothing() => Talking.When(Open()).ThenNothing();

    [Fact]
    public void A_long_subject_is_refused() =>
        InteractionScenario.Given()
            .When(Open() with { Subject = new string('x', InteractionLimits.SubjectLengthMax + 1) })
            .ThenRefused(InteractionRefusals.SubjectTooLong);

    [Fact]
    public void An_empty_first_message_is_refused() =>
        InteractionScenario.Given().When(Open() with { FirstMessage = " " })
            .ThenRefused(InteractionRefusals.TextEmpty);

    [Theory]
    [InlineData(10_001)]
    [InlineData(-10_001)]
    [InlineData(double.NaN)]
    public void A_priority_out_of_range_is_refused(double priority) =>
        InteractionScenario.Given().When(Open() with { ExtraPriority = priority })
            .ThenRefused(InteractionRefusals.PriorityOutOfRange);
}
