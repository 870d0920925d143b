using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>How streams begin and end.</summary>
public sealed class StreamLifeTests
{
    [Fact]
    public async Task Watch_FromNow_BeginsWithABookmarkAtTheHead()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        await live.HubAtHeadAsync();

        var stream = live.OpenEvents();
        var seen = await stream.CountAsync(1);

        Assert.Equal((SeenKind.Bookmark, live.Feed.Head), (seen[0].Kind, seen[0].Position!.Value));
        await stream.LeaveAsync();
    }

    [Fact]
    public async Task Watch_Idle_KeepsItsCursorFreshThoughNothingOfInterestHappens()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        var stream = live.OpenDesk("a1");
        await stream.SyncedAsync();

        // Another agent's session is none of this desk's business.
        await live.Day.SignInAsync("a2");
        var now = live.Clock.GetUtcNow();
        await live.Floor.DoAsync("a2", new Domain.Agents.ChangePresence(
            new Domain.Agents.Presence("break", false, now), false, "agent", now));
        await live.CaughtUpAsync(stream);

        Assert.Equal(SeenKind.Bookmark, stream.Seen[^1].Kind);
        await stream.LeaveAsync();
    }

    [Fact]
    public async Task Watch_NothingNewAtAll_StillGivesASignOfLifeOnEveryInterval()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        await live.HubAtHeadAsync();
        var stream = live.OpenEvents();
        await stream.CountAsync(1);

        live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.BookmarkMs));
        var seen = await stream.CountAsync(2);

        Assert.Equal((SeenKind.Bookmark, live.Feed.Head), (seen[1].Kind, seen[1].Position!.Value));
        await stream.LeaveAsync();
    }

    [Fact]
    public async Task Watch_TokenExpires_EndsAsUnauthenticated()
    {
        await using var live = LiveHarness.OnFakeLog();
        var caller = live.CallerOf("service") with { ExpiresAt = live.Clock.GetUtcNow().AddMinutes(5) };
        var stream = live.OpenEvents(caller: caller);
        await stream.CountAsync(1);

        live.Clock.Advance(TimeSpan.FromMinutes(5));

        StreamErrors.AssertEnded(StatusCode.Unauthenticated, "TOKEN_EXPIRED", await stream.FailureAsync());
        Assert.True(live.Hub.IsIdle, "the stream is still connected");
    }

    [Fact]
    public async Task Watch_TokenExpiredBefore_NeverBegins()
    {
        await using var live = LiveHarness.OnFakeLog();
        var stream = live.OpenEvents(caller: live.CallerOf("service") with { ExpiresAt = live.Clock.GetUtcNow() });

        StreamErrors.AssertEnded(StatusCode.Unauthenticated, "TOKEN_EXPIRED", await stream.FailureAsync());
        Assert.Empty(stream.Seen);
    }

    [Fact]
    public async Task Watch_GatewayDrains_EndsAsUnavailable()
    {
        await using var live = LiveHarness.OnFakeLog();
        var stream = live.OpenEvents();
        await stream.CountAsync(1);

        live.Stop.Drain();

        StreamErrors.AssertEnded(StatusCode.Unavailable, "DRAINING", await stream.FailureAsync());
        StreamErrors.AssertEnded(StatusCode.Unavailable, "DRAINING", await live.OpenEvents().FailureAsync());
    }

    [Fact]
    public async Task Watch_ClientVanishes_NothingOfItStays()
    {
        await using var live = LiveHarness.OnFakeLog();
        live.Actors.RecordsDesks = true;
        await live.Day.OpenFloorAsync(2);
        await live.Day.OpenAsync();
        await live.HubAtHeadAsync();
        var timers = live.Clock.Armed;
        IClientStream[] streams =
        [
            live.OpenEvents(), live.OpenDesk("a1"), live.OpenAgents(), live.OpenInteractions(),
            live.OpenCustomer("c1", "i1"),
        ];
        foreach (var stream in streams)
        {
            await stream.WhenAsync(static s => s.Any(static x => x.Position is not null), "a first cursor");
        }

        foreach (var stream in streams)
        {
            await stream.LeaveAsync();
        }

        Assert.True(live.Hub.IsIdle, "a stream is still connected");
        Assert.Equal((0, 0), (live.Agents.TenantsFolded, live.Interactions.TenantsFolded));
        Assert.Equal(0, live.Customers.GroupsAsked);

        // A poll of places that lost its last member notices with its next turn.
        await Eventually.Holds(
            () =>
            {
                live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.PlaceRefreshMs));
                return live.Clock.Armed == timers;
            },
            $"{timers} armed timers, as before");
    }

    [Theory]
    [InlineData("not a cursor", StatusCode.InvalidArgument, "CURSOR_MALFORMED")]
    [InlineData("foreign", StatusCode.InvalidArgument, "CURSOR_FOREIGN")]
    [InlineData("future", StatusCode.OutOfRange, "CURSOR_IN_FUTURE")]
    [InlineData("old", StatusCode.OutOfRange, "CURSOR_TOO_OLD")]
    public async Task Watch_CursorThatCannotBeResumed_SaysWhy(string cursor, StatusCode code, string reason)
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(3);
        log.Trim(4);
        var events = live.Services.Cursors.WriterFor(new CursorScope(Samples.Tenant, LiveView.Events, ""));
        var given = cursor switch
        {
            "foreign" => live.Services.Cursors.WriterFor(new CursorScope("globex", LiveView.Events, "")).Write(5),
            "future" => events.Write(live.Feed.Head + 1),
            "old" => events.Write(3),
            _ => cursor,
        };

        StreamErrors.AssertEnded(code, reason, await live.OpenEvents(given).FailureAsync());
        Assert.True(live.Hub.IsIdle, "a refused stream is still connected");
    }

    [Fact]
    public async Task Watch_SeveralResponsesReady_AllButTheLastSayThatMoreComes()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(3);
        await live.HubAtHeadAsync();

        // The bookmark that says that the backlog is over comes last, with the rest.
        var stream = live.OpenEvents(from: StartFrom.Beginning);
        await stream.CountAsync((int)live.Feed.Head + 1);

        Assert.All(stream.Flags.SkipLast(1), static f => Assert.Equal(WriteFlags.BufferHint, f));
        Assert.Equal(0, (int)stream.Flags[^1]);
        await stream.LeaveAsync();
    }
}
