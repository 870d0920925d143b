using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Wallboards;
using static SupportGrid.Domain.Tests.Wallboards.BoardStory;

namespace SupportGrid.Domain.Tests.Wallboards;

public sealed class WallboardFoldTests
{
    [Fact]
    public void A_queue_shows_up_with_its_policy()
    {
        var row = new BoardStory().Opened().Row();
        Assert.Equal(("billing", "billing", ServiceTarget.Default), (row.Queue, row.DisplayName, row.Target));
        Assert.Null(row.LongestSince);
    }

    [Fact]
    public void Who_waits_longest_is_told_by_the_place_and_goes_on_while_an_agent_is_asked()
    {
        var story = new BoardStory().Opened().Queued("b", 9).Queued("a", 10, place: 3).Offered("a", 12);
        Assert.Equal(At(3), story.Row().LongestSince);
        Assert.Equal((2, 1), (story.Row().Line.Count, story.Row().Offered));
        story.Connected("a", 15, waited: 12);
        Assert.Equal(At(9), story.Row().LongestSince);
        Assert.Equal((1, 0, 1), (story.Row().Line.Count, story.Row().Offered, story.Row().Connected));
    }

    [Fact]
    public void A_rejected_offer_leaves_the_customer_waiting_at_the_place()
    {
        var row = new BoardStory().Opened().Queued("a", 1).Offered("a", 2).Rejected("a", 8).Row();
        Assert.Equal((1, 0, At(1)), (row.Line.Count, row.Offered, row.LongestSince!.Value));
    }

    [Fact]
    public void A_served_interaction_is_answered_and_handled()
    {
        var story = new BoardStory()
            .Opened().Queued("a", 0).Connected("a", 12, waited: 12).Wrapping("a", 100).Closed("a", 130);
        var total = story.Row().TotalOf(At(0));
        Assert.Equal(ServiceCounts.None with { Offered = 1, Answered = 1, AnsweredWithin = 1 }, total.Counts);
        Assert.Equal(TimeSpan.FromSeconds(12), total.AverageSpeedOfAnswer);
        Assert.Equal(TimeSpan.FromSeconds(118), total.AverageHandleTime);
        Assert.Equal((0, 0), (story.Row().Connected, story.Row().Wrapping));
        Assert.Empty(story.Board.Items);
    }

    [Fact]
    public void The_threshold_is_that_of_the_target_and_inclusive()
    {
        var counts = new BoardStory().Opened()
            .Queued("a", 0).Connected("a", 20, waited: 20)
            .Queued("b", 0).Connected("b", 20.1, waited: 20.1)
            .Queued("c", 0).Abandoned("c", 20, waited: 20)
            .Queued("d", 0).Abandoned("d", 21, waited: 21)
            .Queued("e", 0).Abandoned("e", 4, waited: 4)
            .Counts();
        Assert.Equal(new ServiceCounts(5, 2, 3, 1, 0, 1, 2, 0), counts);
        Assert.Equal(0.25, ServiceLevels.ExcludingShort.Share(counts));
    }

    [Fact]
    public void Who_is_moved_while_waiting_flows_out_of_one_line_and_into_the_other()
    {
        var story = new BoardStory().Opened("sales").Opened()
            .Queued("a", 0).Moved("a", "billing", "sales", 30).Queued("a", 30, "sales");
        Assert.Equal(ServiceCounts.None with { Offered = 1, FlowedOut = 1 }, story.Counts());
        Assert.Equal(ServiceCounts.None with { Offered = 1 }, story.Counts("sales"));
        Assert.Null(story.Row().LongestSince);
        Assert.Equal(At(30), story.Row("sales").LongestSince);
    }

    [Fact]
    public void Who_comes_back_to_the_same_place_after_losing_the_agent_is_not_counted_again()
    {
        var story = new BoardStory().Opened()
            .Queued("a", 0).Connected("a", 5, waited: 5).Queued("a", 60, place: 0);
        Assert.Equal(At(0), story.Row().LongestSince);
        story.Connected("a", 70, waited: 70).Closed("a", 90);
        var total = story.Row().TotalOf(At(0));
        Assert.Equal(ServiceCounts.None with { Offered = 1, Answered = 1, AnsweredWithin = 1 }, total.Counts);
        Assert.Equal(1, total.Handled);
    }

    [Fact]
    public void Counts_belong_to_the_quarter_of_an_hour_in_which_the_place_was_taken()
    {
        var row = new BoardStory().Opened()
            .Queued("a", 899).Queued("b", 900).Connected("a", 1_000, waited: 101).Connected("b", 1_000, waited: 100).Row();
        Assert.Equal([At(0), At(900)], row.Buckets.Keys);
        Assert.All(row.Buckets.Values, bucket => Assert.Equal(1, bucket.Counts.Answered));
    }

    [Fact]
    public void A_day_of_buckets_is_kept()
    {
        const int day = 24 * 3_600;
        var story = new BoardStory().Opened().Queued("old", 0).Queued("young", 900).Queued("new", day);
        Assert.Equal([At(900), At(day)], story.Row().Buckets.Keys);
        Assert.Equal(1, story.Counts().Offered);
        Assert.Equal(1, story.Row().TotalOf(At(day)).Counts.Offered);
    }

    [Fact]
    public void What_has_been_folded_already_changes_nothing()
    {
        var board = new BoardStory().Opened().Queued("a", 0).Board;
        var again = new InteractionAbandoned(TimeSpan.FromSeconds(9), false, At(9));
        Assert.Same(board, WallboardFold.Apply(board, "a", again, board.Position));
    }

    [Fact]
    public void Events_of_what_is_not_known_move_the_position_and_nothing_else()
    {
        var before = new BoardStory().Opened().Board;
        var after = WallboardFold.Apply(before, "x", new InteractionClosed(CloseReason.Served, null, null, null, At(1)), 99);
        Assert.Equal(99, after.Position);
        Assert.Same(before.Queues, after.Queues);
    }

    [Fact]
    public void Agents_are_counted_by_the_status_that_is_displayed()
    {
        var story = new BoardStory().SignedIn("ana").SignedIn("ben");
        Assert.Equal(StaffCounts.None with { SignedIn = 2, Idle = 2 }, story.Board.Staff);
        story.Tell("ana", new OfferTaken(InHand("o1"), At(1)));
        Assert.Equal(StaffCounts.None with { SignedIn = 2, Idle = 1, Offered = 1 }, story.Board.Staff);
        story.Tell("ana", new WorkStarted(Work("o1"), At(2))).Tell("ben", new OfferTaken(InHand("o2"), At(2)));
        story.Tell("ben", new OfferPutDown("o2", "i2", "expired", At(22))).Tell("ben", new AgentNotResponding("o2", At(22)));
        Assert.Equal(StaffCounts.None with { SignedIn = 2, Interacting = 1, NotResponding = 1 }, story.Board.Staff);
        story.Tell("ana", new WorkMovedToWrapUp("o1", "i1", At(30)));
        story.Tell("ben", new PresenceChanged(new Presence("online", true, At(31)), "back", At(31)));
        Assert.Equal(StaffCounts.None with { SignedIn = 2, Idle = 1, Wrapping = 1 }, story.Board.Staff);
        story.Tell("ana", new WorkFinished("o1", "i1", "closed", At(40)));
        story.Tell("ana", new PresenceChanged(new Presence("break", false, At(40)), "agent", At(40)));
        story.Tell("ben", new AgentSignedOut("signed_out", "ben", At(41)));
        Assert.Equal(StaffCounts.None with { SignedIn = 1, OffQueue = 1 }, story.Board.Staff);
    }

    [Fact]
    public void Offered_is_answered_abandoned_flowed_out_and_still_waiting()
    {
        var dice = new Random(5);
        var story = new BoardStory().Opened().Opened("sales");
        for (var i = 0; i < 2_000; i++)
        {
            var (id, other) = ($"i{dice.Next(60)}", dice.Next(2) == 0 ? "billing" : "sales");
            var known = story.Board.Items.GetValueOrDefault(id);
            var inLine = known is { Stage: BoardStage.Waiting or BoardStage.Offered };
            _ = (known, dice.Next(5)) switch
            {
                (null, _) => story.Queued(id, i % 800, other),
                (_, 0) when inLine => story.Offered(id, i),
                (_, 1) when inLine => story.Connected(id, i, waited: dice.Next(40)),
                (_, 2) when inLine => story.Abandoned(id, i, waited: dice.Next(40)),
                (_, 3) when inLine => story.Moved(id, known!.Queue, other, i).Queued(id, (i % 800) + 0.5, other),
                (_, _) when !inLine => story.Closed(id, i),
                _ => story,
            };
        }

        foreach (var queue in story.Board.Queues.Keys)
        {
            var c = story.Counts(queue);
            Assert.Equal(c.Offered, c.Answered + c.Abandoned + c.FlowedOut + story.Row(queue).Line.Count);
        }
    }

    [Fact]
    public void Who_was_answered_and_waits_again_does_not_flow_out_as_well()
    {
        var story = new BoardStory().Opened().Queued("i1", 0).Connected("i1", 5, waited: 5)
            .Queued("i1", 60, place: 0)
            .Moved("i1", "billing", "sales", 70);
        Assert.Equal((1, 0), (story.Counts().Answered, story.Counts().FlowedOut));
    }

    [Fact]
    public void Every_number_names_its_definition()
    {
        Assert.All(ServiceLevels.All.Keys, id => Assert.True(MetricDefinitions.All.ContainsKey(id), id));
        Assert.All(MetricDefinitions.All.Values, d => Assert.True(d.Version >= 1 && d.Formula.Length > 0, d.Id));
    }

    [Fact]
    public void A_retired_queue_leaves_with_the_last_who_is_in_it_and_the_board_says_when()
    {
        var story = new BoardStory().Opened().Queued("a", 1).Connected("a", 2, waited: 1)
            .Tell("billing", new QueueRetired("billing", At(3)));
        Assert.Equal(1, story.Row().Connected);
        Assert.Empty(story.Board.Removed);

        story.Wrapping("a", 4).Closed("a", 5);

        Assert.Empty(story.Board.Queues);
        Assert.Equal(KeyValuePair.Create("billing", story.Board.Position), Assert.Single(story.Board.Removed));
    }

    [Fact]
    public void Who_comes_back_to_a_queue_that_is_gone_is_seen_there()
    {
        var story = new BoardStory().Opened().Tell("billing", new QueueRetired("billing", At(1)));
        Assert.Empty(story.Board.Queues);

        story.Queued("a", 2);
        Assert.Single(story.Row().Line);
        Assert.Empty(story.Board.Removed);

        story.Abandoned("a", 3, waited: 1);
        Assert.Empty(story.Board.Queues);
        Assert.Single(story.Board.Removed);
    }

    [Fact]
    public void Who_is_moved_out_of_a_retired_queue_takes_its_row_along()
    {
        var story = new BoardStory().Opened().Opened("sales").Queued("a", 1)
            .Tell("billing", new QueueRetired("billing", At(2)))
            .Moved("a", "billing", "sales", 3).Queued("a", 3, "sales");

        Assert.Equal(["sales"], story.Board.Queues.Keys);
        Assert.Equal(["billing"], story.Board.Removed.Keys);
    }

    [Fact]
    public void A_queue_that_is_defined_again_is_an_ordinary_one()
    {
        var story = new BoardStory().Opened().Tell("billing", new QueueRetired("billing", At(1))).Opened();

        Assert.Single(story.Board.Queues);
        Assert.Empty(story.Board.Removed);
        Assert.Empty(story.Board.Retired);
    }
}
