using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class SignOutTests
{
    [Fact]
    public void A_free_agent_signs_out() =>
        Ready.When(SignOut()).Then(new AgentSignedOut("signed_out", "ana", T(40)));

    [Fact]
    public void Offers_in_hand_are_put_down() =>
        Asked.When(SignOut()).Then(
            new OfferPutDown("o1", "i1", "agent_lost", T(40)), new AgentSignedOut("signed_out", "ana", T(40)));

    [Fact]
    public void Work_in_hand_keeps_the_agent() => Busy.When(SignOut()).ThenRefused(AgentRefusals.AgentHasWork);

    [Fact]
    public void By_force_the_work_goes_back() =>
        Busy.When(SignOut(force: true)).Then(
            new WorkFinished("o1", "i1", "agent_lost", T(40)), new AgentSignedOut("signed_out", "ana", T(40)));

    [Fact]
    public void Signing_out_twice_is_nothing() => Gone.When(SignOut()).ThenNothing();

    [Fact]
    public void An_unknown_agent_cannot_sign_out() =>
        AgentScenario.Given().When(SignOut()).ThenRefused(AgentRefusals.AgentUnknown);
}
