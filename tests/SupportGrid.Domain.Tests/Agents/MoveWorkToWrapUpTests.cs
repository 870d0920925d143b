using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class MoveWorkToWrapUpTests
{
    private static readonly MoveWorkToWrapUp Move = new("o1", T(72));

    [Fact]
    public void The_agent_wraps_up_and_the_work_still_takes_capacity()
    {
        var outcome = Busy.When(Move);

        outcome.Then(new WorkMovedToWrapUp("o1", "i1", T(72)));
        var session = outcome.Becomes<AgentSession.SignedOn>();
        Assert.Equal(RoutingStatus.Wrapping, session.RoutingStatus);
        Assert.Equal([Channel.Chat], session.Carried);
    }

    [Fact]
    public void Again_is_nothing() => Busy.And(Move).When(Move).ThenNothing();

    [Fact]
    public void What_is_not_in_hand_is_nothing()
    {
        Ready.When(Move).ThenNothing();
        Gone.When(Move).ThenNothing();
        AgentScenario.Given().When(Move).ThenNothing();
    }
}
