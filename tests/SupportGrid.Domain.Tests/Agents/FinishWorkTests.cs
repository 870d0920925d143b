using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class FinishWorkTests
{
    [Fact]
    public void The_agent_is_free_and_idle_from_then_on()
    {
        var outcome = Busy.When(Finish());

        outcome.Then(new WorkFinished("o1", "i1", "closed", T(80)));
        var session = outcome.Becomes<AgentSession.SignedOn>();
        Assert.True(session.IsFree);
        Assert.Equal(T(80), session.IdleSince);
    }

    [Fact]
    public void Who_still_has_work_is_not_idle() =>
        Assert.Equal(
            T(12), Busy.And(Start("o2", "i2")).When(Finish()).Becomes<AgentSession.SignedOn>().IdleSince);

    [Fact]
    public void Again_is_nothing() => Busy.And(Finish()).When(Finish()).ThenNothing();

    [Fact]
    public void What_is_not_in_hand_is_nothing()
    {
        Asked.When(Finish()).ThenNothing();
        Gone.When(Finish()).ThenNothing();
        AgentScenario.Given().When(Finish()).ThenNothing();
    }
}
