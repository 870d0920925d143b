using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class ChangePresenceTests
{
    private static readonly AgentScenario NotResponding = Asked.And(PutDown("expired"));

    [Fact]
    public void A_presence_holds_from_now_on() =>
        Ready.When(Change(Break)).Then(new PresenceChanged(Break with { Since = T(20) }, "agent", T(20)));

    [Fact]
    public void The_same_presence_is_nothing() => Ready.When(Change(Online)).ThenNothing();

    [Fact]
    public void Offers_in_hand_stay_answerable_in_a_break() =>
        Assert.Single(Asked.When(Change(Break)).Becomes<AgentSession.SignedOn>().Offers);

    [Fact]
    public void Coming_back_ends_not_responding() =>
        Assert.False(NotResponding.When(Change(Online)).Becomes<AgentSession.SignedOn>().NotResponding);

    [Fact]
    public void A_break_does_not_end_not_responding() =>
        Assert.True(NotResponding.When(Change(Break)).Becomes<AgentSession.SignedOn>().NotResponding);

    [Fact]
    public void With_free_hands_a_choice_ahead_holds_at_once() =>
        Ready.When(Change(Break, whenFree: true)).ThenOne<PresenceChanged>();

    [Fact]
    public void With_full_hands_a_choice_ahead_waits() =>
        Busy.When(Change(Break, whenFree: true)).Then(new NextPresenceChosen(Break with { Since = T(20) }, T(20)));

    [Fact]
    public void The_choice_holds_when_the_last_work_is_done()
    {
        var outcome = Busy.And(Change(Break, whenFree: true)).When(Finish());

        outcome.Then(
            new WorkFinished("o1", "i1", "closed", T(80)),
            new PresenceChanged(Break with { Since = T(80) }, "chosen_ahead", T(80)));
        Assert.Null(outcome.Becomes<AgentSession.SignedOn>().Next);
    }

    [Fact]
    public void The_choice_waits_while_other_work_is_in_hand() =>
        Busy.And(Start("o2", "i2")).And(Change(Break, whenFree: true)).When(Finish()).ThenTypes(typeof(WorkFinished));

    [Fact]
    public void The_choice_holds_when_the_last_offer_is_gone() =>
        Asked.And(Change(Break, whenFree: true)).When(PutDown("cancelled"))
            .ThenTypes(typeof(OfferPutDown), typeof(PresenceChanged));

    [Fact]
    public void The_same_choice_again_is_nothing() =>
        Busy.And(Change(Break, whenFree: true)).When(Change(Break, whenFree: true)).ThenNothing();

    [Fact]
    public void Choosing_the_present_one_takes_the_choice_back() =>
        Busy.And(Change(Break, whenFree: true)).When(Change(Online, whenFree: true))
            .Then(new NextPresenceChosen(null, T(20)));

    [Fact]
    public void Choosing_the_present_one_without_a_choice_is_nothing() =>
        Busy.When(Change(Online, whenFree: true)).ThenNothing();

    [Fact]
    public void A_presence_for_now_takes_the_choice_back_too() =>
        Assert.Null(Busy.And(Change(Break, whenFree: true)).When(Change(Online)).Becomes<AgentSession.SignedOn>().Next);

    [Fact]
    public void Who_is_not_signed_in_has_no_presence()
    {
        Known.When(Change(Break)).ThenRefused(AgentRefusals.NotSignedIn);
        AgentScenario.Given().When(Change(Break)).ThenRefused(AgentRefusals.AgentUnknown);
    }
}
