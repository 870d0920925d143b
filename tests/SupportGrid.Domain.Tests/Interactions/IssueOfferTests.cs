using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class IssueOfferTests
{
    [Fact]
    public void An_offer_asks_one_agent_for_a_limited_time() =>
        Waiting.When(Issue()).Then(new OfferIssued("o1", "ana", 1, T(30), "{}", T(10)));

    [Fact]
    public void Each_offer_has_a_higher_fence()
    {
        var second = Asked.And(Reject()).When(Issue("o2", "ben", at: 14)).Becomes<Interaction.Offered>();

        Assert.Equal(2, second.Facts.Fence);
    }

    [Fact]
    public void The_same_offer_again_is_nothing()
    {
        Asked.When(Issue()).ThenNothing();
        Talking.When(Issue()).ThenNothing();
    }

    [Fact]
    public void An_offer_that_is_over_is_not_issued_again() =>
        Asked.And(Reject()).When(Issue()).ThenRefused(InteractionRefusals.OfferNotCurrent);

    [Fact]
    public void Nobody_else_is_asked_while_one_agent_is() =>
        Asked.When(Issue("o2", "ben")).ThenRefused(InteractionRefusals.NotWaiting);

    [Fact]
    public void What_is_not_waiting_is_not_offered()
    {
        Talking.When(Issue("o2", "ben")).ThenRefused(InteractionRefusals.NotWaiting);
        WrappingUp.When(Issue("o2", "ben")).ThenRefused(InteractionRefusals.NotWaiting);
        Done.When(Issue("o2", "ben")).ThenRefused(InteractionRefusals.NotWaiting);
    }

    [Fact]
    public void A_transfer_to_one_agent_is_kept_for_that_agent() =>
        Talking.And(Transfer(Policies.Orders, "ben")).When(Issue("o2", "cho", at: 59))
            .ThenRefused(InteractionRefusals.DirectedElsewhere);

    [Fact]
    public void A_transfer_to_one_agent_is_offered_to_that_agent() =>
        Talking.And(Transfer(Policies.Orders, "ben")).When(Issue("o2", "ben", at: 31)).ThenOne<OfferIssued>();

    [Fact]
    public void A_transfer_to_one_agent_falls_back_to_everybody() =>
        Talking.And(Transfer(Policies.Orders, "ben")).When(Issue("o2", "cho", at: 60)).ThenOne<OfferIssued>();
}
