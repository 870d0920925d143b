using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class PutDownOfferTests
{
    [Theory]
    [InlineData("rejected")]
    [InlineData("cancelled")]
    [InlineData("rescinded")]
    public void The_offer_leaves_the_hands(string because)
    {
        var outcome = Asked.When(PutDown(because));

        outcome.Then(new OfferPutDown("o1", "i1", because, T(15)));
        Assert.Equal(RoutingStatus.Idle, outcome.Becomes<AgentSession.SignedOn>().RoutingStatus);
    }

    [Fact]
    public void Who_did_not_answer_is_not_responding()
    {
        var outcome = Asked.When(PutDown("expired"));

        outcome.Then(new OfferPutDown("o1", "i1", "expired", T(15)), new AgentNotResponding("o1", T(15)));
        Assert.Equal(RoutingStatus.NotResponding, outcome.Becomes<AgentSession.SignedOn>().RoutingStatus);
    }

    [Fact]
    public void What_is_not_in_hand_is_nothing()
    {
        Ready.When(PutDown("expired")).ThenNothing();
        Busy.When(PutDown("expired")).ThenNothing();
        Gone.When(PutDown("expired")).ThenNothing();
        AgentScenario.Given().When(PutDown("expired")).ThenNothing();
    }
}
