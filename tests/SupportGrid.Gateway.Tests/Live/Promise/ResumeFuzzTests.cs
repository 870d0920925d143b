using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>
/// Days by chance, with clients that leave by chance: whatever happened on the way, they hold what a client holds that
/// never left.
/// </summary>
public sealed class ResumeFuzzTests
{
    public static TheoryData<string, int> Days()
    {
        TheoryData<string, int> days = [];
        foreach (var view in ViewUnderTest.All)
        {
            for (var seed = 1; seed <= 6; seed++)
            {
                days.Add(view.Name, seed);
            }
        }

        return days;
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_client_that_leaves_at_random_misses_nothing_and_sees_nothing_twice(string view, int seed)
    {
        await using var live = LiveHarness.OnFakeLog(
            static o => o with { BufferedEventsMax = 4, RefillPageEventsMax = 3 });
        await WatchDayAsync(live, ViewUnderTest.Named(view), seed);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("agents")]
    [InlineData("interactions")]
    [InlineData("alerts")]
    [InlineData("alerts of billing")]
    [InlineData("desk")]
    [InlineData("customer")]
    public async Task From_every_cursor_the_continuation_is_the_same(string name)
    {
        var view = ViewUnderTest.Named(name);
        await using var live = LiveHarness.OnFakeLog();
        live.Day = new RandomDay(live.Floor, live.Clock, 7);
        await live.Day.OpenFloorAsync(2);
        await live.Day.OpenAsync();
        var first = view.Open(live, "");
        await first.WhenAsync(static s => s.Any(static x => x.Position is not null), "a first cursor");
        await live.Day.StepsAsync(80);
        await live.CaughtUpAsync(first);
        var uninterrupted = RecordOf(first);
        var expected = await ExpectedViews.OfAsync(live.Feed, view.Expected());

        foreach (var seen in first.Seen.Where(static s => s.Position is not null))
        {
            var resumed = view.Open(live, seen.Cursor);
            if (seen.Position < live.Feed.Head)
            {
                await live.CaughtUpAsync(resumed);
            }

            await resumed.LeaveAsync();
            var record = new WatchRecord([new WatchAttempt(seen.Position, resumed.Seen)]);
            WatchPromise.AssertKept(record, uninterrupted, expected, live.Feed.Head);
        }

        await first.LeaveAsync();
        Assert.True(live.Hub.IsIdle, "somebody is still connected to the hub");
    }

    /// <summary>Promises about what never happens are easily kept.</summary>
    [Fact]
    public async Task Days_by_chance_have_everything_that_is_promised_about()
    {
        HashSet<string> seen = [];
        for (var seed = 1; seed <= 3; seed++)
        {
            await using var live = LiveHarness.OnFakeLog();
            live.Day = new RandomDay(live.Floor, live.Clock, seed);
            await live.Day.OpenFloorAsync(2);
            var (desk, alerts) = (live.OpenDesk("a1"), live.OpenAlerts());
            await desk.SyncedAsync();
            await alerts.SyncedAsync();
            await live.Day.StepsAsync(300);
            await live.CaughtUpAsync(desk);
            await live.CaughtUpAsync(alerts);
            seen.UnionWith(desk.Seen.Concat(alerts.Seen).Select(static s => s.Name.Split(' ')[0]));
            await desk.LeaveAsync();
            await alerts.LeaveAsync();
        }

        string[] needed =
            ["empathy", "cue_shown", "cue_ended", "trajectory", "message", "changed", "alert", "cleared", "kind"];
        Assert.Empty(needed.Except(seen));
    }

    internal static async Task WatchDayAsync(LiveHarness live, ViewUnderTest view, int seed)
    {
        var random = new Random(seed * 7919);
        live.Day = new RandomDay(live.Floor, live.Clock, seed);
        await live.Day.OpenFloorAsync(3);
        await live.Day.OpenAsync();
        await live.Day.StepsAsync(20);

        var uninterrupted = view.Open(live, "");
        await uninterrupted.WhenAsync(static s => s.Any(static x => x.Position is not null), "a first cursor");

        List<WatchAttempt> attempts = [];
        long? after = null;
        var cursor = "";
        for (var i = 0; i < 25; i++)
        {
            var client = view.Open(live, cursor);
            client.LeaveAfter = random.Next(1, 6);
            await live.Day.StepsAsync(random.Next(1, 8));
            await live.HubAtHeadAsync();
            if (random.Next(3) == 0)
            {
                live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.BookmarkMs));
            }

            await client.LeaveAsync();
            if (client.Seen.LastOrDefault(static s => s.Position is not null) is { } last)
            {
                attempts.Add(new WatchAttempt(after, client.Seen));
                cursor = last.Cursor;
                after = last.Position;
            }
        }

        var rest = view.Open(live, cursor);
        await live.Day.StepAsync();
        await live.CaughtUpAsync(rest);
        await live.CaughtUpAsync(uninterrupted);
        attempts.Add(new WatchAttempt(after, rest.Seen));
        await rest.LeaveAsync();
        await uninterrupted.LeaveAsync();

        var expected = await ExpectedViews.OfAsync(live.Feed, view.Expected());
        WatchPromise.AssertKept(new WatchRecord(attempts), RecordOf(uninterrupted), expected, live.Feed.Head);
        WatchPromise.AssertKept(RecordOf(uninterrupted), RecordOf(uninterrupted), expected, live.Feed.Head);
        Assert.True(live.Hub.IsIdle, "somebody is still connected to the hub");
    }

    private static WatchRecord RecordOf(IClientStream stream) => new([new WatchAttempt(null, stream.Seen)]);
}
