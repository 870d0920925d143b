using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class SignInTests
{
    [Fact]
    public void Signing_in_waits_for_a_desk() =>
        Assert.Equal(
            ConnectionState.Grace,
            Known.When(SignIn()).Then(new AgentSignedIn(Online, T(30), T(0)))
                .Becomes<AgentSession.SignedOn>().Connection.State);

    [Fact]
    public void Signing_in_twice_is_nothing() => Ready.When(SignIn()).ThenNothing();

    [Fact]
    public void An_agent_whom_nobody_configured_cannot_sign_in() =>
        AgentScenario.Given().When(SignIn()).ThenRefused(AgentRefusals.AgentUnknown);
}
