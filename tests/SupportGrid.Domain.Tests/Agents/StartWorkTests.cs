using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class StartWorkTests
{
    private static WorkDeclined Declined(string because, string offer = "o1", string interaction = "i1") =>
        new(offer, interaction, because, T(12));

    [Fact]
    public void The_accepted_offer_becomes_work()
    {
        var outcome = Asked.When(Start());

        outcome.Then(new WorkStarted(Work(), T(12)));
        var session = outcome.Becomes<AgentSession.SignedOn>();
        Assert.Empty(session.Offers);
        Assert.Equal(RoutingStatus.Interacting, session.RoutingStatus);
        Assert.Equal(T(12), session.IdleSince);
    }

    [Fact]
    public void It_starts_without_the_offer_too_if_it_fits() =>
        Ready.When(Start()).Then(new WorkStarted(Work(), T(12)));

    [Fact]
    public void It_starts_in_a_break_for_it_was_accepted() =>
        Asked.And(Change(Break)).When(Start()).ThenOne<WorkStarted>();

    [Fact]
    public void Who_has_signed_out_gives_it_back()
    {
        Asked.And(SignOut()).When(Start()).Then(Declined("signed_out"));
        AgentScenario.Given().When(Start()).Then(Declined("signed_out"));
    }

    [Fact]
    public void Full_hands_give_it_back() =>
        Busy.And(Start("o2", "i2")).When(Start("o3", "i3")).Then(Declined("capacity", "o3", "i3"));

    [Fact]
    public void An_interaction_is_never_carried_twice() =>
        Busy.When(Start("o2")).Then(Declined("already_carried", "o2"));

    [Fact]
    public void The_same_work_again_is_nothing() => Busy.When(Start()).ThenNothing();

    [Fact]
    public void Work_that_is_done_does_not_come_back() => Busy.And(Finish()).When(Start()).ThenNothing();

    [Fact]
    public void Work_that_was_given_back_does_not_come_back() =>
        Asked.And(SignOut()).And(Start()).And(SignIn()).When(Start()).ThenNothing();

    [Fact]
    public void Work_that_was_lost_does_not_come_back_in_the_next_session() =>
        Busy.And(SignOut(force: true)).And(SignIn()).When(Start()).ThenNothing();

    [Fact]
    public void An_offer_that_was_put_down_here_may_have_been_accepted_there() =>
        Asked.And(SignOut()).And(SignIn()).When(Start()).Then(new WorkStarted(Work(), T(12)));

    [Fact]
    public void Only_so_many_ended_offers_are_remembered()
    {
        var longDay = Enumerable.Range(0, AgentLimits.EndedOffersMax + 10).SelectMany(n =>
            new AgentCommand[] { Start($"o-{n}", $"i-{n}"), Finish($"o-{n}") });

        var session = Ready.And(longDay).State;

        Assert.Equal(AgentLimits.EndedOffersMax, session.Ended.Length);
        Assert.Equal("o-10", session.Ended[0].Offer);
    }
}
