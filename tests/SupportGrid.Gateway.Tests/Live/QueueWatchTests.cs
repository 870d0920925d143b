using Grpc.Core;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;
using Line = SupportGrid.Gateway.Tests.Live.Record.ClientStream<SupportGrid.Api.V1.WatchQueueResponse>;

namespace SupportGrid.Gateway.Tests.Live;

public sealed class QueueWatchTests
{
    [Fact]
    public async Task WatchQueue_UnknownQueue_IsRefused()
    {
        await using var live = LiveHarness.OnFakeLog();
        StreamErrors.AssertEnded(StatusCode.NotFound, "QUEUE_UNKNOWN", await live.OpenQueue("nowhere").FailureAsync());
    }

    [Fact]
    public async Task WatchQueue_NoCursor_ShowsTheLineThenSynced()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var watch = live.OpenQueue("billing");
        await watch.SyncedAsync();
        await watch.LeaveAsync();

        Assert.Equal(["line of 2", "synced"], watch.Seen.Select(static s => s.Name));
        Assert.Equal([null, live.Feed.Head], watch.Seen.Select(static s => s.Position));
        Assert.All(watch.Responses, r => Assert.Equal(
            ("billing", live.Feed.Head, live.Clock.GetUtcNow()), (r.Queue, r.Position, r.ReadAt.ToDateTimeOffset())));
    }

    [Fact]
    public async Task WatchQueue_LineChanges_TheLatestIsSentOnceToEveryWatcher()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var one = live.OpenQueue("billing");
        var two = live.OpenQueue("billing");
        await one.SyncedAsync();
        await two.SyncedAsync();
        Assert.Equal(1, live.Queues.LinesAsked);

        await OpenUntilWaitingAsync(live, 3);
        await LinesReadUntilAsync(
            live, () => NamesOf(one).Contains("line of 3") && NamesOf(two).Contains("line of 3"), "the longer line");

        Assert.Equal(["line of 2", "synced", "line of 3"], NamesOf(one));
        Assert.Equal([1, 2, 3], one.Responses.Last(static r => r.Waiting > 0).Line.Select(static p => p.Place));
        Assert.Equal(live.Feed.Head, one.Seen[^1].Position);
        await one.LeaveAsync();
        await two.LeaveAsync();
        Assert.Equal(0, live.Queues.LinesAsked);
    }

    [Fact]
    public async Task WatchQueue_ResumedWhereNothingHasChanged_SaysSoAndNothingElse()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var cursor = await CursorOfAsync(live);
        await live.Day.OpenFloorAsync(1);

        var second = live.OpenQueue("billing", cursor);
        await second.CountAsync(1);
        await second.LeaveAsync();

        Assert.Equal(SeenKind.Bookmark, Assert.Single(second.Seen).Kind);
        Assert.Equal(live.Feed.Head, second.Seen[0].Position);
    }

    [Fact]
    public async Task WatchQueue_ResumedAfterAChange_ShowsTheLatestLineOnly()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var cursor = await CursorOfAsync(live);
        await OpenUntilWaitingAsync(live, 5);

        var second = live.OpenQueue("billing", cursor);
        await second.CountAsync(1);
        await second.LeaveAsync();

        Assert.Equal("line of 5", Assert.Single(second.Seen).Name);
        Assert.Equal(live.Feed.Head, second.Seen[0].Position);
    }

    [Fact]
    public async Task WatchQueue_TimeAloneChangesTheLine_AResumeAtTheSamePositionShowsIt()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var cursor = await CursorOfAsync(live);
        live.Actors.MinutesPerPlace = 7;

        var second = live.OpenQueue("billing", cursor);
        await second.CountAsync(1);
        await second.LeaveAsync();

        Assert.Equal("line of 2", Assert.Single(second.Seen).Name);
        Assert.Equal(CursorReader.PositionOf(cursor), second.Seen[0].Position);
    }

    [Fact]
    public async Task WatchQueue_WordIsStillOnItsWay_TheCursorDoesNotPromiseIt()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        ((FakeLog)live.Feed).Settled = live.Feed.Head - 3;
        var watch = live.OpenQueue("billing");
        await watch.SyncedAsync();
        Assert.Equal(live.Feed.Head - 3, watch.Seen[^1].Position);

        ((FakeLog)live.Feed).Settled = null;
        await LinesReadUntilAsync(
            live,
            () => watch.Seen.Any(s => s.Kind == SeenKind.Bookmark && s.Position == live.Feed.Head),
            "a bookmark at the head");
        await watch.LeaveAsync();
    }

    [Fact]
    public async Task WatchQueue_TheLineCannotBeReadAnew_BookmarksGrowOld()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 1);
        var watch = live.OpenQueue("billing");
        await watch.SyncedAsync();
        var head = live.Feed.Head;
        live.Actors.IsLineWhole = false;
        await OpenUntilWaitingAsync(live, 2);

        await LinesReadUntilAsync(live, () => Age(watch) > TimeSpan.FromSeconds(20), "an old bookmark");
        Assert.DoesNotContain(watch.Seen, static s => s.Name == "line of 2");
        Assert.Equal(head, watch.Seen[^1].Position);

        live.Actors.IsLineWhole = true;
        await LinesReadUntilAsync(live, () => watch.Seen.Any(static s => s.Name == "line of 2"), "the line");
        Assert.True(Age(watch) < TimeSpan.FromSeconds(20));
        await watch.LeaveAsync();
    }

    [Fact]
    public async Task WatchQueue_QueueIsTakenOutOfService_LeavesWithTheLastWhoWaits()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 1);
        var watch = live.OpenQueue("billing");
        await watch.SyncedAsync();
        live.Actors.IsBillingRetired = true;
        var late = live.OpenQueue("billing");
        await late.SyncedAsync();
        Assert.Equal("line of 1", late.Seen[0].Name);

        foreach (var place in live.Actors.Line("billing", int.MaxValue).Places)
        {
            await live.Floor.DoAsync(place.Interaction, new LeaveInteraction(live.Clock.GetUtcNow()));
        }

        await LinesReadUntilAsync(live, () => watch.Seen.Any(static s => s.Name == "removed billing"), "the removal");
        var cursor = watch.Seen.Last(static s => s.Position is not null).Cursor;
        await watch.LeaveAsync();
        var resumed = live.OpenQueue("billing", cursor);
        await resumed.CountAsync(1);
        Assert.Equal(SeenKind.Bookmark, resumed.Seen[0].Kind);

        live.Actors.IsBillingRetired = false;
        await LinesReadUntilAsync(live, () => resumed.Seen.Any(static s => s.Name == "line of 0"), "the line again");
        await resumed.LeaveAsync();
        await late.LeaveAsync();
    }

    [Fact]
    public async Task WatchQueue_CursorsThatAreOfNoUse_AreRefusedOrAsNone()
    {
        await using var live = LiveHarness.OnFakeLog(static o => o with { ResumePositionsMax = 5 });
        await OpenUntilWaitingAsync(live, 1);
        var cursor = await CursorOfAsync(live);
        await OpenUntilWaitingAsync(live, 8);

        var again = live.OpenQueue("billing", cursor);
        await again.SyncedAsync();
        await again.LeaveAsync();
        Assert.Equal(["line of 8", "synced"], again.Seen.Select(static s => s.Name));

        StreamErrors.AssertEnded(
            StatusCode.InvalidArgument, "CURSOR_MALFORMED", await live.OpenQueue("billing", "x").FailureAsync());
        var board = live.OpenWallboard();
        await board.SyncedAsync();
        var foreign = board.Seen.Last(static s => s.Position is not null).Cursor;
        await board.LeaveAsync();
        StreamErrors.AssertEnded(
            StatusCode.InvalidArgument, "CURSOR_FOREIGN", await live.OpenQueue("billing", foreign).FailureAsync());
    }

    private static IEnumerable<string> NamesOf(Line watch) =>
        watch.Seen.Where(static s => s.Kind != SeenKind.Bookmark).Select(static s => s.Name);

    private static TimeSpan Age(Line watch) =>
        watch.Responses[^1] is var last ? (last.AsOf - last.ReadAt).ToTimeSpan() : default;

    private static async Task<string> CursorOfAsync(LiveHarness live)
    {
        var first = live.OpenQueue("billing");
        await first.SyncedAsync();
        await first.LeaveAsync();
        return first.Seen[^1].Cursor;
    }

    private static Task LinesReadUntilAsync(LiveHarness live, Func<bool> condition, string awaited) => Eventually.Holds(
        () =>
        {
            live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.LineRefreshMs));
            return condition();
        },
        awaited);

    private static async Task OpenUntilWaitingAsync(LiveHarness live, int count)
    {
        while (live.Actors.Line("billing", int.MaxValue).Waiting < count)
        {
            var id = await live.Day.OpenAsync();
            if (live.Floor.Interaction(id).State is Interaction.Queued { Facts.Queue: not "billing" })
            {
                await live.Floor.DoAsync(id, new LeaveInteraction(live.Clock.GetUtcNow()));
            }
        }
    }
}
