using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Wallboards;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;
using Screen = SupportGrid.Gateway.Tests.Live.Record.ClientStream<SupportGrid.Api.V1.WatchWallboardResponse>;

namespace SupportGrid.Gateway.Tests.Live;

public sealed class WallboardWatchTests
{
    [Fact]
    public async Task WatchWallboard_NoCursor_ShowsTheWholeBoardThenSynced()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(60);
        await live.HubAtHeadAsync();

        var screen = live.OpenWallboard();
        await screen.SyncedAsync();
        await screen.LeaveAsync();

        var names = screen.Seen.Take(4).Select(static s => s.Name);
        Assert.Equal(["queue billing", "queue sales", "agents", "synced"], names);
        Assert.All(screen.Responses, static r => Assert.NotNull(r.AsOf));
        Assert.Equal(live.Feed.Head, screen.Seen[3].Position);
        Assert.Equal(0, live.Wallboards.BoardsFolded);
        Assert.True(live.Hub.IsIdle || await GoneAsync(live), "the board is still connected");
    }

    [Fact]
    public async Task WatchWallboard_NothingNewAtAll_StillGivesASignOfLifeOnEveryInterval()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        await live.HubAtHeadAsync();
        var screen = live.OpenWallboard();
        await screen.SyncedAsync();
        var shown = screen.Seen.Count;

        live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.BookmarkMs));
        var seen = await screen.CountAsync(shown + 1);

        Assert.Equal((SeenKind.Bookmark, live.Feed.Head), (seen[shown].Kind, seen[shown].Position!.Value));
        await screen.LeaveAsync();
    }

    [Fact]
    public async Task WatchWallboard_ActorBehindTheLog_TheGapIsReadFromTheLog()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(30);
        var early = await BoardAsync(live, live.Feed.Head);
        live.Actors.ReadBoardAsync = () => Task.FromResult(new BoardReading(early, early.Position));
        await live.Day.StepsAsync(30);
        await live.HubAtHeadAsync();

        var screen = live.OpenWallboard();
        await screen.SyncedAsync();

        await AssertShowsAsync(live, screen);
        await screen.LeaveAsync();
    }

    [Fact]
    public async Task WatchWallboard_ManyChangesAtOnce_OneRowEachPerInterval()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(20);
        await live.HubAtHeadAsync();
        var screen = live.OpenWallboard();
        await screen.SyncedAsync();
        var shown = screen.Seen.Count;

        await live.Day.StepsAsync(200);
        await live.HubAtHeadAsync();
        await FrameAtHeadAsync(live, screen);

        await AssertShowsAsync(live, screen);
        Assert.InRange(screen.Seen.Skip(shown).Count(static s => s.Name == "queue billing"), 1, 3);
        await screen.LeaveAsync();
    }

    [Fact]
    public async Task WatchWallboard_Resumed_HoldsTheSameBoardInTheEnd()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(40);
        await live.HubAtHeadAsync();
        var other = live.OpenWallboard();
        await other.SyncedAsync();
        var first = live.OpenWallboard();
        await first.SyncedAsync();
        await first.LeaveAsync();

        await live.Day.StepsAsync(40);
        await live.HubAtHeadAsync();
        await FrameAtHeadAsync(live, other);
        var second = live.OpenWallboard(first.Seen.Last(static s => s.Position is not null).Cursor);
        await second.CountAsync(1);
        await FrameAtHeadAsync(live, second);
        await second.LeaveAsync();
        await other.LeaveAsync();

        Assert.DoesNotContain(second.Seen, static s => s.Kind == SeenKind.Synced);
        await AssertShowsAsync(live, first, second);
    }

    [Fact]
    public async Task WatchWallboard_CursorTooOld_IsAsWithoutOne()
    {
        await using var live = LiveHarness.OnFakeLog(static o => o with { ResumePositionsMax = 5 });
        await live.Day.OpenFloorAsync(2);
        await live.HubAtHeadAsync();
        var first = live.OpenWallboard();
        await first.SyncedAsync();
        await first.LeaveAsync();
        await live.Day.StepsAsync(30);
        await live.HubAtHeadAsync();

        var second = live.OpenWallboard(first.Seen.Last(static s => s.Position is not null).Cursor);
        await second.SyncedAsync();
        await second.LeaveAsync();

        StreamErrors.AssertEnded(
            StatusCode.InvalidArgument, "CURSOR_MALFORMED", await live.OpenWallboard("x").FailureAsync());
    }

    [Fact]
    public async Task WatchWallboard_ActorFails_EndsAndTheNextScreenTriesAnew()
    {
        await using var live = LiveHarness.OnFakeLog();
        live.Actors.ReadBoardAsync = static () => Task.FromException<BoardReading>(new IOException("planned"));
        var ended = await live.OpenWallboard().FailureAsync();
        StreamErrors.AssertEnded(StatusCode.Unavailable, "BOARD_UNAVAILABLE", ended);
        Assert.True(Support.Errors.Detail<Google.Rpc.RetryInfo>(ended)!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);

        live.Actors.ReadBoardAsync = static () => Task.FromResult(new BoardReading(Wallboard.Empty, 0));
        var screen = live.OpenWallboard();
        await screen.SyncedAsync();
        await screen.LeaveAsync();
    }

    [Fact]
    public void ToProto_EveryServiceLevel_NamesItsDefinitionAndMarksTheTarget()
    {
        var target = new ServiceTarget("sl.answered", TimeSpan.FromSeconds(30), 0.9);
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var counts = ServiceCounts.None with { Offered = 4, Answered = 3, AnsweredWithin = 2, Abandoned = 1, Callbacks = 5 };
        var row = QueueRow.Of("billing", "Billing", target)
            .Count(now, BoardBucket.None with { Counts = counts, AnswerWaits = TimeSpan.FromSeconds(30) })
            .Count(now.AddDays(-1), BoardBucket.None with { Counts = counts });

        var numbers = SupportGrid.Gateway.Live.Wallboards.BoardMapping.ToProto(row, now, null);

        Assert.Equal(ServiceLevels.All.Keys, numbers.ServiceLevels.Select(static l => l.Definition));
        var level = Assert.Single(numbers.ServiceLevels, static l => l.IsTarget);
        Assert.Equal(("sl.answered", 0.9), (level.Definition, level.TargetShare));
        Assert.Equal((2L, 3L), (level.Numerator, level.Denominator));
        Assert.Equal(
            (4L, 3L, 1L, 5L), (numbers.Offered, numbers.Answered, numbers.Abandoned, numbers.Callbacks));
        Assert.Equal(TimeSpan.FromSeconds(10), numbers.AverageSpeedOfAnswer.ToTimeSpan());
        Assert.Null(numbers.WaitP50);
    }

    [Fact]
    public void Intervals_OfTheLastHours_AreThoseThatHaveNotEndedByThen()
    {
        var target = new ServiceTarget("sl.answered", TimeSpan.FromSeconds(30), 0.9);
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var counts = ServiceCounts.None with { Offered = 4, Answered = 2, AnsweredWithin = 1 };
        var bucket = new BoardBucket(counts, TimeSpan.FromSeconds(30), Handled: 1, TimeSpan.FromMinutes(3));
        var row = QueueRow.Of("billing", "Billing", target)
            .Count(noon.AddHours(-2), bucket).Count(noon.AddMinutes(-61), bucket).Count(noon.AddMinutes(-1), bucket);

        var intervals = SupportGrid.Gateway.Live.Wallboards.BoardMapping.Intervals(row, noon.AddMinutes(-61)).Intervals;

        Assert.Equal(
            [noon.AddMinutes(-75), noon.AddMinutes(-15)], intervals.Select(static i => i.Start.ToDateTimeOffset()));
        Assert.All(intervals, static i => Assert.Equal((1L, 2L), (i.ServiceLevel.Numerator, i.ServiceLevel.Denominator)));
        Assert.All(intervals, static i => Assert.Equal(0.5, i.ServiceLevel.Share));
        Assert.All(intervals, static i => Assert.Equal(15, i.AverageSpeedOfAnswer.ToTimeSpan().TotalSeconds));
        Assert.All(intervals, static i => Assert.Equal(3, i.AverageHandleTime.ToTimeSpan().TotalMinutes));
    }

    /// <summary>The projection ends with its next turn.</summary>
    private static async Task<bool> GoneAsync(LiveHarness live)
    {
        await Eventually.Holds(() => live.Hub.IsIdle, "the board to leave the hub");
        return true;
    }

    private static Task FrameAtHeadAsync(LiveHarness live, Screen screen) => Eventually.Holds(
        () =>
        {
            if (screen.Seen.LastOrDefault(static s => s.Position is not null)?.Position >= live.Feed.Head)
            {
                return true;
            }

            live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.BoardRefreshMs));
            return false;
        },
        "a frame at the head of the log");

    private static async Task AssertShowsAsync(LiveHarness live, params Screen[] screens)
    {
        var board = await BoardAsync(live, live.Feed.Head);
        var responses = screens.SelectMany(static s => s.Responses).ToList();
        foreach (var row in board.Queues.Values)
        {
            var last = responses.Last(r => r.Queue?.Queue == row.Queue).Queue;
            Assert.Equal(
                (row.Line.Count, row.Connected, row.Wrapping, row.TotalOf(live.Clock.GetUtcNow()).Counts.Offered),
                (last.Waiting, last.ConnectedNow, last.WrappingNow, last.Offered));
        }

        Assert.Equal(board.Staff.SignedIn, responses.Last(static r => r.Agents is not null).Agents.SignedIn);
        Assert.Equal(board.Staff.Interacting, responses.Last(static r => r.Agents is not null).Agents.Interacting);
    }

    private static async Task<Wallboard> BoardAsync(LiveHarness live, long upTo)
    {
        var page = await live.Feed.ReadAsync(new FeedQuery(0, 10_000) { Tenant = Samples.Tenant, UpTo = upTo });
        return page.Events.Aggregate(
            Wallboard.Empty,
            static (board, e) => WallboardFold.Apply(
                board,
                Streams.Parse(e.Stream).Id,
                EventCodec.Default.Decode(e.Type, e.SchemaVersion, e.Data),
                e.Position));
    }
}
