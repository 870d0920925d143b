using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class RejectOfferTests
{
    [Fact]
    public void It_goes_back_to_its_place_and_remembers_who_said_no()
    {
        var outcome = Asked.When(Reject());

        outcome.Then(new OfferRejected("o1", "ana", "busy", T(12)));
        var facts = outcome.Becomes<Interaction.Queued>().Facts;
        Assert.Equal(T(0), facts.Place);
        Assert.Equal("ana", Assert.Single(facts.NotAgents));
    }

    [Fact]
    public void Rejecting_another_offer_is_refused() =>
        Asked.When(Reject("o0")).ThenRefused(InteractionRefusals.OfferNotCurrent);

    [Fact]
    public void Rejecting_for_another_agent_is_refused() =>
        Asked.When(Reject(agent: "ben")).ThenRefused(InteractionRefusals.OfferNotYours);

    [Fact]
    public void Rejecting_too_late_is_refused() =>
        Asked.When(Reject(at: 30)).ThenRefused(InteractionRefusals.OfferExpired);

    [Fact]
    public void Rejecting_what_is_answered_is_refused()
    {
        Asked.And(Reject()).When(Reject()).ThenRefused(InteractionRefusals.OfferNotCurrent);
        Talking.When(Reject()).ThenRefused(InteractionRefusals.OfferNotCurrent);
    }

    [Fact]
    public void A_long_reason_is_refused() =>
        Asked.When(Reject() with { Reason = new string('x', InteractionLimits.ReasonLengthMax + 1) })
            .ThenRefused(InteractionRefusals.ReasonTooLong);
}
