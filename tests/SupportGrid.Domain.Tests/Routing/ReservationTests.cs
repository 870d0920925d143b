using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class ReservationTests
{
    [Fact]
    public void A_decided_item_and_its_agent_are_not_decided_again()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1"), Item("i2", 0.5));
        Assert.Equal("i1>ana", line.Offers());
        Assert.Empty(line.Drive());
        Assert.Equal(ExclusionReason.Reserved, line.Matcher.Explain("i2", "ana", Noon).Reason);
        Assert.Equal(MatchVerdict.UnderOffer, line.Matcher.Explain("i1", "ana", Noon).Verdict);
    }

    [Fact]
    public void Room_is_the_agents_own_matter_once_the_agent_carries_the_offer()
    {
        var ana = Agent("ana", 10, 2);
        var line = new Line().With(ana).Waiting(Item("i1"));
        var offer = line.DriveOne();
        line.Matcher.RemoveWaiting("i1", 2);
        Assert.Equal(offer.Offer, Assert.Single(line.Matcher.Reservations).Offer);
        line.With(ana.Carrying(new CarriedItem("i1", offer.Offer, Channel.Chat)));
        Assert.Empty(line.Matcher.Reservations);
        Assert.Equal(50, line.Waiting(Item("i2")).DriveOne().Candidates[0].Facts.UnitsTaken);
    }

    [Fact]
    public void An_older_version_of_the_agent_does_not_end_the_reservation()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1"), Item("i2", 0.5));
        line.Drive();
        Assert.False(line.Matcher.PutAgent(Agent("ana")));
        line.With(Agent("ana").Newer());
        Assert.Empty(line.Drive());
    }

    [Fact]
    public void A_release_gives_back_the_room_and_the_place_in_the_line()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1", 3), Item("i2", 1));
        var offer = line.DriveOne();
        Assert.Equal(1, line.Matcher.Place("i2"));
        Assert.Null(line.Matcher.Place("i1"));
        Assert.True(line.Matcher.ReleaseReservation(offer.Offer));
        Assert.False(line.Matcher.ReleaseReservation(offer.Offer));
        Assert.Equal((1, 2), (line.Matcher.Place("i1"), line.Matcher.Place("i2")));
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void A_released_offer_does_not_count_as_work_for_the_order_of_idle_agents()
    {
        var line = new Line().With(Agent("ana", 30), Agent("ben", 20)).Waiting(Item("i1"));
        line.Matcher.ReleaseReservation(line.DriveOne().Offer);
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void An_item_that_left_while_reserved_leaves_only_the_room_reserved()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1"));
        var offer = line.DriveOne();
        Assert.True(line.Matcher.RemoveWaiting("i1", 2));
        Assert.Empty(line.Waiting(Item("i2")).Drive());
        Assert.True(line.Matcher.ReleaseReservation(offer.Offer));
        Assert.Equal("i2>ana", line.Offers());
        Assert.Equal(MatchVerdict.NotWaiting, line.Matcher.Explain("i1", "ana", Noon).Verdict);
    }

    [Fact]
    public void A_declined_item_waits_again_even_before_the_release_arrives()
    {
        var line = new Line().With(Agent("ana", 30), Agent("ben", 20)).Waiting(Item("i1"));
        var offer = line.DriveOne();
        line.Matcher.RemoveWaiting("i1", 2);
        line.Waiting(Item("i1") with { Version = 3, NotAgents = ["ana"] });
        Assert.Equal("i1>ben", line.Offers());
        Assert.True(line.Matcher.ReleaseReservation(offer.Offer));
        Assert.Null(line.Matcher.Place("i1"));
    }

    [Fact]
    public void News_of_a_reserved_item_is_taken_in_and_the_item_stays_reserved()
    {
        var line = new Line().With(Agent("ana", 30), Agent("ben", 20)).Waiting(Item("i1"));
        var offer = line.DriveOne();
        line.Waiting(Item("i1") with { Version = 2, Priority = 9 });
        Assert.Empty(line.Drive());
        line.Matcher.ReleaseReservation(offer.Offer);
        Assert.Equal(9, line.DriveOne().Item.Priority);
    }

    [Fact]
    public void A_late_message_does_not_bring_back_what_has_left()
    {
        var line = new Line().With(Agent("ana").Away()).Waiting(Item("i1"));
        Assert.True(line.Matcher.RemoveWaiting("i1", 5));
        Assert.False(line.Matcher.PutWaiting(Item("i1") with { Version = 4 }));
        Assert.False(line.Matcher.RemoveWaiting("i2", 7));
        Assert.False(line.Matcher.PutWaiting(Item("i2") with { Version = 7 }));
        Assert.True(line.Matcher.PutWaiting(Item("i1") with { Version = 6 }));
        Assert.False(line.Matcher.RemoveWaiting("i1", 5));
        Assert.Equal(1, line.Matcher.LineOf("billing").Waiting);
    }

    [Fact]
    public void The_line_counts_those_under_offer_apart_and_their_wait_goes_on()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1", 7), Item("i2", 3));
        Assert.Equal(new LineStatus("billing", 2, 0, Noon.AddMinutes(-7)), line.Matcher.LineOf("billing"));
        line.Drive();
        Assert.Equal(new LineStatus("billing", 1, 1, Noon.AddMinutes(-7)), line.Matcher.LineOf("billing"));
        Assert.Equal(new LineStatus("none", 0, 0, null), line.Matcher.LineOf("none"));
    }

    [Fact]
    public void Places_are_counted_in_the_order_in_which_they_are_served()
    {
        var line = new Line().Waiting(Item("c", 1), Item("a", 3), Item("b", 2), Item("first", 0) with { Priority = 9 });
        Assert.Equal(["first", "a", "b", "c"], line.Matcher.WaitingIn("billing").Select(i => i.Interaction));
        Assert.Equal([1, 2, 3, 4], new[] { "first", "a", "b", "c" }.Select(i => line.Matcher.Place(i)!.Value));
    }

    [Fact]
    public void What_left_long_ago_is_forgotten_at_last()
    {
        var removed = new RemovedVersions();
        removed.Remember("first", 1);
        Assert.True(removed.IsStale("first", 1));
        for (var i = 0; i < MatcherLimits.RemovedRememberedMax; i++)
        {
            removed.Remember($"i{i}", 1);
        }

        Assert.False(removed.IsStale("first", 1));
        Assert.True(removed.IsStale("i0", 1));
    }
}
