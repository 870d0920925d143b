using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class SwitchChannelTests
{
    private static readonly SwitchChannel ToVoice = new(Channel.Voice, TimeSpan.FromSeconds(30), T(25));

    [Fact]
    public void What_waits_keeps_its_place()
    {
        var outcome = Waiting.When(ToVoice);

        outcome.Then(new ChannelSwitched(Channel.Chat, Channel.Voice, T(25)));
        Assert.Equal(T(0), outcome.Becomes<Interaction.Queued>().Facts.Place);
    }

    [Fact]
    public void What_is_being_offered_goes_back_to_the_line() =>
        Asked.When(ToVoice).Then(
            new OfferCancelled("o1", "ana", "channel_switched", T(25)),
            new ChannelSwitched(Channel.Chat, Channel.Voice, T(25)));

    [Fact]
    public void The_agent_who_has_it_is_asked_again_first() =>
        Talking.When(ToVoice).Then(
            new ChannelSwitched(Channel.Chat, Channel.Voice, T(25)),
            new AgentReleased("o1", "ana", "channel_switched", T(25)),
            new InteractionQueued(
                "billing",
                QueuedBecause.ChannelSwitched,
                T(0),
                5,
                [new SkillRequirement("billing", 2)],
                "ana",
                null,
                new DirectTarget("ana", T(55)),
                PolicySnapshot.Of(Policies.Billing),
                T(25)));

    [Fact]
    public void The_thread_goes_on()
    {
        var facts = OnHold.And(Say(Party.Customer, "zoe")).When(ToVoice).Becomes<Interaction.Queued>().Facts;

        Assert.Equal(Channel.Voice, facts.Channel);
        Assert.Equal(Channel.Chat, Assert.Single(facts.Transcript).Channel);
    }

    [Fact]
    public void The_same_channel_is_nothing() => Talking.When(ToVoice with { To = Channel.Chat }).ThenNothing();

    [Fact]
    public void What_is_over_stays_where_it_was()
    {
        WrappingUp.When(ToVoice).ThenRefused(InteractionRefusals.InteractionEnded);
        Done.When(ToVoice).ThenRefused(InteractionRefusals.InteractionEnded);
    }
}
