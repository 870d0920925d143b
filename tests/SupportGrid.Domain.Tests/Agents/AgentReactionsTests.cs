using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class AgentReactionsTests
{
    private const long VersionBefore = 50;

    private static readonly DisconnectDesk Disconnect = new("tab", "closed", Grace, T(50));

    [Fact]
    public void A_signed_in_agent_is_not_routable_before_a_desk_is_open()
    {
        AssertAvailability(Follow(Known, SignIn()), "grace", VersionBefore + 1);
        AssertAvailability(Follow(SignedIn, new ConnectDesk("tab", T(1))), null, VersionBefore + 1);
    }

    [Fact]
    public void A_second_desk_changes_nothing_for_the_dispatcher() =>
        Assert.Empty(Follow(Ready, new ConnectDesk("other", T(2))));

    [Fact]
    public void A_lost_desk_takes_the_agent_out_of_routing() =>
        AssertAvailability(Follow(Ready, Disconnect), "grace", VersionBefore + 1);

    [Fact]
    public void A_break_takes_the_agent_out_of_routing_by_its_name() =>
        AssertAvailability(Follow(Ready, Change(Break)), "presence:break", VersionBefore + 1);

    [Fact]
    public void A_break_chosen_ahead_stops_new_offers() =>
        AssertAvailability(Follow(Busy, Change(Break, whenFree: true)), "presence:break", VersionBefore + 1);

    [Fact]
    public void What_is_taken_counts_as_carried() =>
        Assert.Equal(
            new CarriedItem("i1", "o1", Channel.Chat),
            Assert.Single(AssertAvailability(Follow(Ready, Take()), null, VersionBefore + 1).Carried));

    [Fact]
    public void A_declined_offer_goes_back_after_the_dispatcher_knows_why()
    {
        var reactions = Follow(Known, Take());

        AssertAvailability([reactions[0]], "signed_out", VersionBefore + 1);
        Assert.Equal(new TellInteraction("i1", new RescindOffer("o1", "signed_out", T(10))), reactions[1]);
        Assert.Equal(2, reactions.Count);
    }

    [Fact]
    public void An_unknown_agent_declines_without_being_available_anywhere() =>
        Assert.Equal(
            [new TellInteraction("i1", new RescindOffer("o1", "signed_out", T(10)))],
            Follow(AgentScenario.Given(), Take()));

    [Fact]
    public void A_missed_offer_is_announced_once_as_not_responding() =>
        AssertAvailability(Follow(Asked, PutDown("expired")), "not_responding", VersionBefore + 2);

    [Fact]
    public void A_rejected_offer_frees_the_hands() =>
        Assert.Empty(AssertAvailability(Follow(Asked, PutDown("rejected")), null, VersionBefore + 1).Carried);

    [Fact]
    public void Finished_work_frees_the_hands() =>
        Assert.Equal(T(80), AssertAvailability(Follow(Busy, Finish()), null, VersionBefore + 1).IdleSince);

    [Fact]
    public void Finished_work_before_a_chosen_break_is_announced_once_as_the_break() =>
        AssertAvailability(
            Follow(Busy.And(Change(Break, whenFree: true)), Finish()), "presence:break", VersionBefore + 2);

    [Fact]
    public void Wrapping_up_still_takes_capacity_so_nothing_is_announced() =>
        Assert.Empty(Follow(Busy, new MoveWorkToWrapUp("o1", T(72))));

    [Fact]
    public void Work_that_cannot_be_carried_goes_back_to_the_line() =>
        Assert.Equal(
            new TellInteraction("i1", new LoseAgent("o1", "signed_out", T(12))), Follow(Gone, Start())[1]);

    [Fact]
    public void Signing_out_gives_everything_back_and_is_announced_once()
    {
        var reactions = Follow(Busy.And(Take("o2", "i2")), SignOut(force: true));

        Assert.Equal(new TellInteraction("i2", new RescindOffer("o2", "agent_signed_out", T(40))), reactions[0]);
        Assert.Equal(new TellInteraction("i1", new LoseAgent("o1", "agent_signed_out", T(40))), reactions[1]);
        AssertAvailability([reactions[2]], "signed_out", VersionBefore + 3);
        Assert.Equal(3, reactions.Count);
    }

    [Fact]
    public void A_lost_connection_gives_everything_back_with_its_reason()
    {
        var reactions = Follow(Busy.And(Disconnect), new EndGrace(T(80)));

        Assert.Equal(new TellInteraction("i1", new LoseAgent("o1", "connection_lost", T(80))), reactions[0]);
        AssertAvailability([reactions[1]], "signed_out", VersionBefore + 3);
    }

    [Fact]
    public void A_profile_that_moves_to_another_routing_group_leaves_the_old_one()
    {
        var reactions = Follow(
            Ready, new AdoptProfile(Profiles.Ana with { Version = 2, RoutingGroup = "america" }, T(5)));

        Assert.Equal(
            [("europe", "moved"), ("america", null)],
            reactions.Cast<TellAgentAvailability>().Select(r => (r.RoutingGroup, r.Availability.WhyNot)));
    }

    [Fact]
    public void A_retired_agent_is_gone() =>
        AssertAvailability(
            [Follow(Ready, new RetireProfile("ana", 1, T(20)))[^1]], "retired", VersionBefore + 2);

    private static AgentAvailability AssertAvailability(
        IReadOnlyList<Reaction> reactions, string? whyNot, long version)
    {
        var availability = Assert.IsType<TellAgentAvailability>(Assert.Single(reactions)).Availability;
        Assert.Equal(
            (whyNot is null, whyNot, version), (availability.Routable, availability.WhyNot, availability.Version));
        return availability;
    }

    private static List<Reaction> Follow(AgentScenario before, AgentCommand command)
    {
        List<Reaction> reactions = [];
        var (state, version) = (before.State, VersionBefore);
        foreach (var @event in before.When(command).Events)
        {
            var next = AgentDecider.Evolve(state, @event);
            reactions.AddRange(AgentReactions.React(state, @event, next, ++version));
            state = next;
        }

        return reactions;
    }
}
