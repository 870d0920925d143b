using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class RescindOfferTests
{
    [Fact]
    public void It_goes_back_to_its_place_and_holds_nothing_against_the_agent()
    {
        var outcome = Asked.When(new RescindOffer("o1", "capacity", T(11)));

        outcome.Then(new OfferRescinded("o1", "ana", "capacity", T(11)));
        var facts = outcome.Becomes<Interaction.Queued>().Facts;
        Assert.Equal(T(0), facts.Place);
        Assert.Empty(facts.NotAgents);
    }

    [Fact]
    public void Another_offer_is_not_touched() =>
        Asked.When(new RescindOffer("o0", "capacity", T(11))).ThenNothing();

    [Fact]
    public void An_accepted_offer_is_not_taken_back() =>
        Talking.When(new RescindOffer("o1", "agent_signed_out", T(13))).ThenNothing();

    [Fact]
    public void Before_and_after_the_contact_it_is_nothing()
    {
        Done.When(new RescindOffer("o1", "capacity", T(90))).ThenNothing();
        InteractionScenario.Given().When(new RescindOffer("o1", "capacity", T(11))).ThenNothing();
    }
}
