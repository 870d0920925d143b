using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class ExpireOfferTests
{
    [Fact]
    public void An_unanswered_offer_expires_and_it_goes_back_to_its_place()
    {
        var outcome = Asked.When(new ExpireOffer("o1", T(30)));

        outcome.Then(new OfferExpired("o1", "ana", T(30)));
        var facts = outcome.Becomes<Interaction.Queued>().Facts;
        Assert.Equal(T(0), facts.Place);
        Assert.Equal("ana", Assert.Single(facts.NotAgents));
    }

    [Fact]
    public void Before_its_time_nothing_happens() => Asked.When(new ExpireOffer("o1", T(29.999))).ThenNothing();

    [Fact]
    public void The_timer_of_another_offer_is_nothing() => Asked.When(new ExpireOffer("o0", T(30))).ThenNothing();

    [Fact]
    public void The_timer_of_an_answered_offer_is_nothing()
    {
        Talking.When(new ExpireOffer("o1", T(30))).ThenNothing();
        Done.When(new ExpireOffer("o1", T(30))).ThenNothing();
        InteractionScenario.Given().When(new ExpireOffer("o1", T(30))).ThenNothing();
    }
}
