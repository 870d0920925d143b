using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class DeskTests
{
    private static DisconnectDesk Disconnect(string desk = "tab") => new(desk, "closed", Grace, T(50));

    [Fact]
    public void A_desk_connects_the_session() =>
        Assert.Equal(
            ConnectionState.Connected,
            SignedIn.When(new ConnectDesk("tab", T(1))).Then(new DeskConnected("tab", T(1)))
                .Becomes<AgentSession.SignedOn>().Connection.State);

    [Fact]
    public void Connecting_the_same_desk_again_is_nothing() => Ready.When(new ConnectDesk("tab", T(2))).ThenNothing();

    [Fact]
    public void Desks_have_a_limit()
    {
        var tabs = Enumerable.Range(1, AgentLimits.ConnectionsMax).Select(n => new ConnectDesk($"tab-{n}", T(n)));

        SignedIn.And(tabs).When(new ConnectDesk("one more", T(60))).ThenRefused(AgentRefusals.TooManyConnections);
    }

    [Fact]
    public void A_desk_needs_a_session()
    {
        Known.When(new ConnectDesk("tab", T(1))).ThenRefused(AgentRefusals.NotSignedIn);
        AgentScenario.Given().When(new ConnectDesk("tab", T(1))).ThenRefused(AgentRefusals.AgentUnknown);
    }

    [Fact]
    public void With_the_last_desk_the_grace_begins() =>
        Ready.When(Disconnect()).Then(new DeskDisconnected("tab", "closed", T(80), T(50)));

    [Fact]
    public void One_tab_of_several_is_no_loss() =>
        Ready.And(new ConnectDesk("other", T(2))).When(Disconnect())
            .Then(new DeskDisconnected("tab", "closed", null, T(50)));

    [Fact]
    public void An_unknown_desk_is_nothing()
    {
        Ready.When(Disconnect("other")).ThenNothing();
        Gone.When(Disconnect()).ThenNothing();
        AgentScenario.Given().When(Disconnect()).ThenNothing();
    }

    [Fact]
    public void Coming_back_within_the_grace_keeps_presence_and_work()
    {
        var session = Busy.And(Disconnect()).When(new ConnectDesk("phone", T(60))).Becomes<AgentSession.SignedOn>();

        Assert.Equal(ConnectionState.Connected, session.Connection.State);
        Assert.Null(session.Connection.GraceUntil);
        Assert.Equal("online", session.Presence.Code);
        Assert.Single(session.Work);
    }

    [Fact]
    public void After_the_grace_the_agent_is_lost_and_all_in_hand_goes_back() =>
        Busy.And(Take("o2", "i2")).And(Disconnect()).When(new EndGrace(T(80))).Then(
            new HeartbeatLost(T(80)),
            new OfferPutDown("o2", "i2", "agent_lost", T(80)),
            new WorkFinished("o1", "i1", "agent_lost", T(80)),
            new AgentSignedOut("connection_lost", "", T(80)));

    [Fact]
    public void A_session_without_any_desk_is_lost_too() =>
        SignedIn.When(new EndGrace(T(30))).ThenTypes(typeof(HeartbeatLost), typeof(AgentSignedOut));

    [Fact]
    public void Before_the_end_of_the_grace_nothing_happens() =>
        Ready.And(Disconnect()).When(new EndGrace(T(79.5))).ThenNothing();

    [Fact]
    public void The_timer_of_a_grace_that_is_over_is_nothing()
    {
        Ready.When(new EndGrace(T(999))).ThenNothing();
        Gone.When(new EndGrace(T(999))).ThenNothing();
        AgentScenario.Given().When(new EndGrace(T(999))).ThenNothing();
    }

    [Fact]
    public void Peers_5436_switching_apps_within_the_grace_leaves_the_routing_as_it_was()
    {
        var away = Asked.And(Disconnect());
        var during = AgentRouting.ToAvailability(away.State, 1)!;
        var after = AgentRouting.ToAvailability(away.And(new ConnectDesk("phone", T(60))).State, 1)!;

        Assert.Equal((false, "grace"), (during.Routable, during.WhyNot));
        Assert.Equal("o1", Assert.Single(during.Carried).Offer);
        Assert.Equal(Canonical.Of(AgentRouting.ToAvailability(Asked.State, 1)!), Canonical.Of(after));
    }
}
