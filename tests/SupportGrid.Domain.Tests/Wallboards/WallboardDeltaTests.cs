using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Domain.Tests.Wallboards;

public sealed class WallboardDeltaTests
{
    [Fact]
    public void Only_changed_rows_travel()
    {
        var story = new BoardStory().Opened().Opened("sales");
        var before = story.Board;
        var delta = WallboardDelta.Between(before, story.Queued("a", 1).Board);
        Assert.Equal("billing", Assert.Single(delta.Changed).Queue);
        Assert.Null(delta.Staff);
        Assert.Empty(delta.Removed);
    }

    [Fact]
    public void Several_changes_travel_as_one()
    {
        var story = new BoardStory().Opened();
        var before = story.Board;
        story.Queued("a", 1).Queued("b", 2).SignedIn("ana").Abandoned("a", 3, waited: 2);
        var delta = WallboardDelta.Between(before, story.Board);
        Assert.Equal(["b"], Assert.Single(delta.Changed).Line.Select(place => place.Interaction));
        Assert.Equal(1, delta.Staff!.SignedIn);
    }

    [Fact]
    public void A_position_that_moved_without_a_visible_change_is_an_empty_difference()
    {
        var story = new BoardStory().Opened();
        var before = story.Board;
        Assert.True(WallboardDelta.Between(before, story.Abandoned("unknown", 1, waited: 1).Board).IsEmpty);
    }

    [Fact]
    public void A_retired_queue_is_removed()
    {
        var story = new BoardStory().Opened();
        var before = story.Board;
        var after = story.Tell("billing", new Domain.Queues.QueueRetired("billing", BoardStory.At(1))).Board;
        Assert.Equal(["billing"], WallboardDelta.Between(before, after).Removed.AsEnumerable());
    }

    [Fact]
    public void A_retired_queue_stays_while_somebody_is_in_it()
    {
        var story = new BoardStory().Opened().Queued("i1", 1);
        var after = story.Tell("billing", new Domain.Queues.QueueRetired("billing", BoardStory.At(2))).Board;
        Assert.Single(after.Queues["billing"].Line);
    }

    [Fact]
    public void It_refuses_to_go_backwards()
    {
        var story = new BoardStory().Opened();
        var before = story.Board;
        var after = story.Queued("a", 1).Board;
        Assert.Throws<ArgumentException>(() => WallboardDelta.Between(after, before));
    }
}
