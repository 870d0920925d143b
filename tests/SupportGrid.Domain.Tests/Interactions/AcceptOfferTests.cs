using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class AcceptOfferTests
{
    [Fact]
    public void The_asked_agent_is_connected() =>
        Asked.When(Accept()).Then(new AgentConnected("o1", "ana", 1, TimeSpan.FromSeconds(12), T(12)));

    [Fact]
    public void The_agent_is_remembered() =>
        Assert.Equal("ana", Asked.When(Accept()).Becomes<Interaction.Connected>().Facts.LastAgent);

    [Fact]
    public void Accepting_twice_is_nothing()
    {
        Talking.When(Accept(at: 40)).ThenNothing();
        OnHold.When(Accept(at: 40)).ThenNothing();
    }

    [Fact]
    public void Accepting_an_expired_offer_is_refused() =>
        Asked.When(Accept(at: 30)).ThenRefused(InteractionRefusals.OfferExpired);

    [Fact]
    public void Another_agent_cannot_accept_it()
    {
        Asked.When(Accept(agent: "ben")).ThenRefused(InteractionRefusals.OfferNotYours);
        Talking.When(Accept(agent: "ben")).ThenRefused(InteractionRefusals.OfferNotYours);
    }

    [Fact]
    public void An_offer_that_is_over_cannot_be_accepted()
    {
        var asksBen = Asked.And(Reject()).And(Issue("o2", "ben", at: 14));

        Asked.And(Reject()).When(Accept()).ThenRefused(InteractionRefusals.OfferNotCurrent);
        asksBen.When(Accept()).ThenRefused(InteractionRefusals.OfferNotCurrent);
        WrappingUp.When(Accept()).ThenRefused(InteractionRefusals.OfferNotCurrent);
        Done.When(Accept()).ThenRefused(InteractionRefusals.OfferNotCurrent);
    }

    [Fact]
    public void Of_two_agents_who_accept_one_is_connected()
    {
        var ben = Asked.And(Reject()).And(Issue("o2", "ben", at: 14), Accept("o2", "ben", at: 15));

        ben.When(Accept(at: 15)).ThenRefused(InteractionRefusals.AlreadyConnected);
    }

    [Fact]
    public void A_clock_that_is_behind_makes_no_negative_wait() =>
        Assert.Equal(TimeSpan.Zero, Asked.When(Accept(at: -3)).ThenOne<AgentConnected>().Waited);
}
