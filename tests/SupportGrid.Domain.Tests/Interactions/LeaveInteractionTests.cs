using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class LeaveInteractionTests
{
    [Fact]
    public void Who_leaves_the_line_has_abandoned_it() =>
        Waiting.When(Leave(5)).Then(
            new InteractionAbandoned(TimeSpan.FromSeconds(5), false, T(5)),
            new InteractionClosed(CloseReason.Abandoned, null, null, null, T(5)));

    [Fact]
    public void Who_leaves_at_once_is_counted_apart() =>
        Waiting.When(Leave(4.5)).Then(
            new InteractionAbandoned(TimeSpan.FromSeconds(4.5), true, T(4.5)),
            new InteractionClosed(CloseReason.ShortAbandoned, null, null, null, T(4.5)));

    [Fact]
    public void An_offer_does_not_outlive_the_customer() =>
        Asked.When(Leave(15)).Then(
            new OfferCancelled("o1", "ana", "customer_left", T(15)),
            new InteractionAbandoned(TimeSpan.FromSeconds(15), false, T(15)),
            new InteractionClosed(CloseReason.Abandoned, null, null, null, T(15)));

    [Fact]
    public void Who_leaves_a_talk_ends_it() =>
        Talking.When(Leave(72)).Then(
            new ContactEnded("o1", "ana", Party.Customer, TimeSpan.FromSeconds(60), T(72)),
            new WrapUpStarted("o1", "ana", null, T(72)));

    [Fact]
    public void Who_leaves_while_on_hold_ends_the_talk_too() => OnHold.When(Leave(72)).Becomes<Interaction.Wrapping>();

    [Fact]
    public void Without_wrap_up_it_closes_at_once() =>
        TalkingIn(Policies.WithWrapUp(WrapUpMode.None)).When(Leave(72)).Then(
            new ContactEnded("o1", "ana", Party.Customer, TimeSpan.FromSeconds(60), T(72)),
            new InteractionClosed(CloseReason.Served, null, "o1", "ana", T(72)));

    [Fact]
    public void Leaving_again_is_nothing()
    {
        WrappingUp.When(Leave(73)).ThenNothing();
        Done.When(Leave(90)).ThenNothing();
        Waiting.And(Leave(5)).When(Leave(6)).ThenNothing();
    }

    [Fact]
    public void Nobody_leaves_what_does_not_exist() =>
        InteractionScenario.Given().When(Leave(5)).ThenRefused(InteractionRefusals.NoSuchInteraction);
}
