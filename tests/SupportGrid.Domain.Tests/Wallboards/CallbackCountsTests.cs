using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using static SupportGrid.Domain.Tests.Wallboards.BoardStory;

namespace SupportGrid.Domain.Tests.Wallboards;

/// <summary>Who waits and switches the channel to callback has asked for one.</summary>
public sealed class CallbackCountsTests
{
    private static readonly ServiceCounts Asked = ServiceCounts.None with { Offered = 1, Callbacks = 1 };

    [Fact]
    public void It_is_counted_within_the_threshold_up_to_the_threshold_itself()
    {
        var counts = new BoardStory().Opened()
            .Queued("a", 0).Switched("a", 20)
            .Queued("b", 0).Switched("b", 20.1)
            .Counts();
        Assert.Equal(ServiceCounts.None with { Offered = 2, Callbacks = 2, CallbackWithin = 1 }, counts);
        Assert.Equal(0.5, ServiceLevels.Removed.Share(counts));
    }

    [Fact]
    public void The_place_in_the_line_is_kept()
    {
        var story = new BoardStory().Opened().Queued("a", 1).Queued("b", 5).Switched("a", 8);
        Assert.Equal((2, At(1)), (story.Row().Line.Count, story.Row().LongestSince!.Value));
    }

    [Fact]
    public void While_an_agent_is_asked_it_counts_as_well()
    {
        var story = new BoardStory().Opened().Queued("a", 0).Offered("a", 2)
            .Tell("a", new OfferCancelled("o", "ana", "channel_switched", At(6))).Switched("a", 6);
        Assert.Equal(Asked with { CallbackWithin = 1 }, story.Counts());
        Assert.Equal((1, 0), (story.Row().Line.Count, story.Row().Offered));
    }

    [Fact]
    public void Who_is_called_back_is_handled_but_not_answered_a_second_time()
    {
        var story = new BoardStory().Opened().Queued("a", 0).Switched("a", 6)
            .Connected("a", 12, waited: 12).Wrapping("a", 100).Closed("a", 130);
        var total = story.Row().TotalOf(At(0));
        Assert.Equal(Asked with { CallbackWithin = 1 }, total.Counts);
        Assert.Equal((1, TimeSpan.FromSeconds(118)), (total.Handled, total.AverageHandleTime));
        Assert.Null(total.AverageSpeedOfAnswer);
    }

    [Fact]
    public void Who_leaves_afterwards_has_not_abandoned()
    {
        var counts = new BoardStory().Opened().Queued("a", 0).Switched("a", 6).Abandoned("a", 90, waited: 90).Counts();
        Assert.Equal(Asked with { CallbackWithin = 1 }, counts);
    }

    [Fact]
    public void Who_asks_twice_is_counted_once()
    {
        var counts = new BoardStory().Opened().Queued("a", 0)
            .Switched("a", 30).Switched("a", 35, Channel.Chat).Switched("a", 40).Counts();
        Assert.Equal(Asked, counts);
    }

    [Fact]
    public void Another_channel_or_a_switch_while_talking_is_no_request()
    {
        Assert.Equal(
            ServiceCounts.None with { Offered = 1 },
            new BoardStory().Opened().Queued("a", 0).Switched("a", 5, Channel.Voice).Counts());
        Assert.Equal(
            ServiceCounts.None with { Offered = 1, Answered = 1, AnsweredWithin = 1 },
            new BoardStory().Opened().Queued("a", 0).Connected("a", 3, waited: 3).Switched("a", 5).Counts());
    }

    [Fact]
    public void Who_is_moved_afterwards_is_offered_to_the_other_line_and_flows_out_of_none()
    {
        var story = new BoardStory().Opened("sales").Opened()
            .Queued("a", 0).Switched("a", 5).Moved("a", "billing", "sales", 30).Queued("a", 30, "sales")
            .Connected("a", 40, waited: 10);
        Assert.Equal(Asked with { CallbackWithin = 1 }, story.Counts());
        Assert.Equal(
            ServiceCounts.None with { Offered = 1, Answered = 1, AnsweredWithin = 1 }, story.Counts("sales"));
    }
}
