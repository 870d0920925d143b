using SupportGrid.Domain.Agents;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class TakeOfferTests
{
    private static OfferDeclined Declined(
        string because, string offer = "o1", string interaction = "i1", double at = 10) =>
        new(offer, interaction, because, T(at));

    [Fact]
    public void A_routable_agent_takes_it_in_hand() => Ready.When(Take()).Then(new OfferTaken(Offer(), T(10)));

    [Fact]
    public void The_same_offer_again_is_nothing()
    {
        Asked.When(Take()).ThenNothing();
        Busy.When(Take()).ThenNothing();
    }

    [Fact]
    public void An_offer_that_is_over_stays_over()
    {
        Asked.And(PutDown("rejected")).When(Take()).ThenNothing();
        Busy.And(Finish()).When(Take()).ThenNothing();
        Known.And(Take()).And(SignIn(), new ConnectDesk("tab", T(11))).When(Take()).ThenNothing();
    }

    [Fact]
    public void Who_is_signed_out_declines()
    {
        Known.When(Take()).Then(Declined("signed_out"));
        AgentScenario.Given().When(Take()).Then(Declined("signed_out"));
    }

    [Fact]
    public void Who_takes_a_break_declines() => Ready.And(Change(Break)).When(Take()).Then(Declined("not_routable"));

    [Fact]
    public void Who_has_chosen_a_break_ahead_declines() =>
        Busy.And(Change(Break, whenFree: true)).When(Take("o2", "i2")).Then(Declined("not_routable", "o2", "i2"));

    [Fact]
    public void Who_does_not_respond_declines() =>
        Asked.And(PutDown("expired")).When(Take("o2", "i2")).Then(Declined("not_routable", "o2", "i2"));

    [Fact]
    public void Who_has_no_desk_open_declines() => SignedIn.When(Take()).Then(Declined("not_routable"));

    [Fact]
    public void Full_hands_decline() =>
        Asked.And(Take("o2", "i2")).When(Take("o3", "i3")).Then(Declined("capacity", "o3", "i3"));

    [Fact]
    public void A_channel_that_may_interrupt_comes_on_top() =>
        Ready.And(Take("o1", "i1", Channel.Email)).When(Take("o2", "i2", Channel.Voice)).ThenOne<OfferTaken>();

    [Fact]
    public void A_channel_that_the_agent_does_not_serve_is_declined() =>
        Ready.When(Take(channel: Channel.Social)).Then(Declined("capacity"));

    [Fact]
    public void An_offer_that_arrives_too_late_is_declined() =>
        Ready.When(Take(at: 30)).Then(Declined("expired", at: 30));

    [Fact]
    public void An_interaction_is_never_carried_twice() =>
        Busy.When(Take("o2")).Then(Declined("already_carried", "o2"));
}
