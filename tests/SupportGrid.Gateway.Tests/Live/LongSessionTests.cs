using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>A session's stream grows for years; what a resume reads must not.</summary>
public sealed class LongSessionTests
{
    [Fact]
    public async Task WatchDesk_ResumedAfterALongSession_ReadsOnlyTheEndOfIt()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log, static o => o with { FoldEventsMax = 50 });
        await live.Day.OpenFloorAsync(1);
        await ChangeAsync(live, 200);
        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        await ChangeAsync(live, 100);
        await live.CaughtUpAsync(desk);
        await desk.LeaveAsync();
        await ChangeAsync(live, 10);

        var resumed = live.OpenDesk("a1", desk.Seen[^1].Cursor);
        await live.CaughtUpAsync(resumed);
        await resumed.LeaveAsync();

        var sessions = resumed.Responses.Where(static r => r.Agent is not null).Select(static r => r.Agent).ToList();
        Assert.Equal(10, sessions.Count);
        Assert.Equal(live.Floor.Agent("a1").Version, sessions[^1].Version);
    }

    [Fact]
    public async Task WatchDesk_ResumedAtAGatewayThatKnowsNothingOfALongSession_MustListAgain()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log, static o => o with { FoldEventsMax = 50 });
        await live.Day.OpenFloorAsync(1);
        await ChangeAsync(live, 200);
        var cursor = live.Services.Cursors
            .WriterFor(new(Samples.Tenant, SupportGrid.Gateway.Live.Cursors.LiveView.Desk, "a1"))
            .Write(live.Feed.Head);

        var error = await live.OpenDesk("a1", cursor).FailureAsync();

        StreamErrors.AssertEnded(StatusCode.OutOfRange, "CURSOR_TOO_OLD", error);
    }

    [Fact]
    public void Find_ManyOffered_GivesTheNewestThatIsNotTooNew()
    {
        var checkpoints = new FoldCheckpoints<string>(streamsMax: 2);
        for (var version = 1; version <= 1_000; version++)
        {
            checkpoints.Offer("acme", "agent/a1", new Reading<string>($"s{version}", version, version * 10));
        }

        Assert.Equal("s993", checkpoints.Find("acme", "agent/a1", 10_000)?.State);
        Assert.Equal("s961", checkpoints.Find("acme", "agent/a1", 9_929)?.State);
        Assert.Null(checkpoints.Find("acme", "agent/a1", 10));
        Assert.Null(checkpoints.Find("globex", "agent/a1", 10_000));

        checkpoints.Offer("acme", "agent/a2", new Reading<string>("x", 1, 1));
        checkpoints.Offer("acme", "agent/a3", new Reading<string>("x", 1, 1));
        Assert.Equal(2, checkpoints.StreamsKept);
        Assert.Null(checkpoints.Find("acme", "agent/a1", 10_000));
    }

    private static async Task ChangeAsync(LiveHarness live, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var now = live.Clock.GetUtcNow();
            var away = live.Floor.Agent("a1").State is AgentSession.SignedOn { Presence.TakesWork: true };
            await live.Floor.DoAsync(
                "a1", new ChangePresence(new Presence(away ? "break" : "online", !away, now), false, "agent", now));
        }
    }
}
