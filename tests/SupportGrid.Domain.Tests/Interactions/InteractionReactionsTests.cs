using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class InteractionReactionsTests
{
    private const long VersionBefore = 100;

    [Fact]
    public void An_opened_interaction_is_noted_by_the_customer_and_joins_the_line() =>
        AssertFollows(
            InteractionScenario.Given(),
            Open(),
            new TellCustomer("zoe", new BeginContact("zoe", "Zoe", "i1", 0, "billing", Channel.Chat, "Parcel", T(0))),
            new TellItemWaiting("europe", new WaitingItem(
                "i1",
                VersionBefore + 2,
                "billing",
                Channel.Chat,
                T(0),
                5,
                [new SkillRequirement("billing", 2)],
                null,
                null,
                null,
                null,
                [])));

    [Fact]
    public void An_issued_offer_goes_to_the_agent() =>
        AssertFollows(
            Waiting,
            Issue(),
            new TellAgent(
                "ana", new TakeOffer(new OfferInHand("o1", "i1", 1, Channel.Chat, "billing", T(30)), T(10))));

    [Fact]
    public void An_accepted_offer_becomes_work_leaves_the_line_and_is_noted_by_the_customer() =>
        AssertFollows(
            Asked,
            Accept(),
            new TellAgent("ana", new StartWork(
                new WorkItem("i1", "o1", 1, Channel.Chat, "billing", WorkStage.Interacting, T(12)), T(12))),
            new TellItemGone("europe", "i1", VersionBefore + 1),
            new TellCustomer("zoe", new NoteService("i1", "ana", T(12))));

    [Fact]
    public void A_rejected_offer_is_put_down_before_the_line_is_matched_again()
    {
        var reactions = Follow(Asked, Reject());

        Assert.Equal(new TellAgent("ana", new PutDownOffer("o1", "rejected", T(12))), reactions[0]);
        Assert.Equal("ana", Assert.Single(Assert.IsType<TellItemWaiting>(reactions[1]).Item.NotAgents));
        Assert.Equal(2, reactions.Count);
    }

    [Fact]
    public void An_expired_offer_tells_the_agent_why() =>
        Assert.Equal(
            new TellAgent("ana", new PutDownOffer("o1", "expired", T(30))),
            Follow(Asked, new ExpireOffer("o1", T(30)))[0]);

    [Fact]
    public void A_rescinded_offer_puts_it_back_in_the_line() =>
        Assert.Equal(
            [typeof(TellAgent), typeof(TellItemWaiting)],
            Types(Follow(Asked, new RescindOffer("o1", "capacity", T(11)))));

    [Fact]
    public void A_customer_who_leaves_the_line_ends_the_offer_the_place_and_the_contact() =>
        AssertFollows(
            Asked,
            Leave(15),
            new TellAgent("ana", new PutDownOffer("o1", "cancelled", T(15))),
            new TellItemGone("europe", "i1", VersionBefore + 2),
            new TellCustomer("zoe", new ConcludeContact("i1", 0, "abandoned", T(15))));

    [Fact]
    public void An_ended_contact_moves_the_agents_work_to_wrap_up() =>
        AssertFollows(
            Talking, new EndContact("ana", T(72)), new TellAgent("ana", new MoveWorkToWrapUp("o1", T(72))));

    [Fact]
    public void A_closed_interaction_leaves_the_agents_hands() =>
        AssertFollows(
            WrappingUp,
            Complete("solved"),
            new TellAgent("ana", new FinishWork("o1", "closed", T(80))),
            new TellCustomer("zoe", new ConcludeContact("i1", 0, "solved", T(80))));

    [Fact]
    public void Without_a_code_the_outcome_is_served() =>
        Assert.Equal(
            new TellCustomer("zoe", new ConcludeContact("i1", 0, "served", T(80))),
            Follow(WrappingUp, Complete(null))[1]);

    [Fact]
    public void A_transfer_frees_the_agent_before_it_joins_the_other_line()
    {
        var reactions = Follow(Talking, Transfer(Policies.Orders, "ben"));

        Assert.Equal(new TellAgent("ana", new FinishWork("o1", "transferred", T(30))), reactions[0]);
        var item = Assert.IsType<TellItemWaiting>(reactions[1]).Item;
        Assert.Equal(
            ("orders", "ben", T(60), VersionBefore + 3), (item.Queue, item.OnlyAgent, item.OnlyUntil, item.Version));
        Assert.Equal(2, reactions.Count);
    }

    [Fact]
    public void A_move_to_another_routing_group_leaves_the_old_line()
    {
        var reactions = Follow(Waiting, Move(Policies.Overseas));

        Assert.Equal(new TellItemGone("europe", "i1", VersionBefore + 2), reactions[0]);
        Assert.Equal("america", Assert.IsType<TellItemWaiting>(reactions[1]).RoutingGroup);
    }

    [Fact]
    public void A_switched_channel_is_announced_once()
    {
        var toVoice = new SwitchChannel(Channel.Voice, TimeSpan.FromSeconds(30), T(25));

        Assert.Equal([typeof(TellItemWaiting)], Types(Follow(Waiting, toVoice)));
        Assert.Equal([typeof(TellAgent), typeof(TellItemWaiting)], Types(Follow(Asked, toVoice)));
        Assert.Equal([typeof(TellAgent), typeof(TellItemWaiting)], Types(Follow(Talking, toVoice)));
        Assert.Equal(
            Channel.Voice, Assert.IsType<TellItemWaiting>(Follow(Asked, toVoice)[1]).Item.Channel);
    }

    [Fact]
    public void A_new_priority_is_announced_only_while_it_waits()
    {
        var raise = new PrioritiseInteraction(12, "sue", "", T(15));

        Assert.Equal(12, Assert.IsType<TellItemWaiting>(Assert.Single(Follow(Waiting, raise))).Item.Priority);
        Assert.Empty(Follow(Asked, raise));
    }

    [Fact]
    public void A_lost_agent_is_preferred_when_it_is_back_in_the_line()
    {
        var item = Assert.IsType<TellItemWaiting>(
            Follow(Talking, new LoseAgent("o1", "connection_lost", T(40)))[1]).Item;

        Assert.Equal(("ana", T(55), T(0)), (item.PreferredAgent, item.PreferredUntil, item.PlaceSince));
    }

    [Fact]
    public void A_reopened_contact_begins_again() =>
        Assert.Equal(
            [typeof(TellCustomer), typeof(TellItemWaiting)],
            Types(Follow(Done, new ReopenInteraction(Party.Customer, "zoe", Policies.Billing, true, T(600)))));

    [Fact]
    public void What_is_said_or_held_concerns_nobody_else()
    {
        Assert.Empty(Follow(Talking, Say(Party.Customer, "zoe")));
        Assert.Empty(Follow(Talking, new HoldInteraction("ana", T(20))));
        Assert.Empty(Follow(OnHold, new RetrieveInteraction("ana", T(20))));
    }

    private static void AssertFollows(
        InteractionScenario before, InteractionCommand command, params Reaction[] expected) =>
        Assert.Equal(Canonical.OfAll(expected), Canonical.OfAll(Follow(before, command)));

    private static IEnumerable<Type> Types(IEnumerable<Reaction> reactions) => reactions.Select(r => r.GetType());

    private static List<Reaction> Follow(InteractionScenario before, InteractionCommand command)
    {
        List<Reaction> reactions = [];
        var (state, version) = (before.State, VersionBefore);
        foreach (var @event in before.When(command).Events)
        {
            var next = InteractionDecider.Evolve(state, @event);
            reactions.AddRange(InteractionReactions.React(state, @event, next, ++version));
            state = next;
        }

        return reactions;
    }
}
