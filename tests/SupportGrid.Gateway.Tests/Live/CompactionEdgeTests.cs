using Grpc.Core;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>
/// The log is trimmed at, before and behind the position that a client resumes from: whole or gone, no hole.
/// </summary>
public sealed class CompactionEdgeTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Watch_LogTrimmedAroundTheCursor_IsCompleteOrTooOld(int trimmedBeyond)
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(50);
        var cursor = live.Feed.Head - 10;
        log.Trim(cursor + trimmedBeyond);

        var stream = live.OpenEvents(CursorAt(live, cursor));
        if (trimmedBeyond > 0)
        {
            StreamErrors.AssertEnded(StatusCode.OutOfRange, "CURSOR_TOO_OLD", await stream.FailureAsync());
            return;
        }

        await live.CaughtUpAsync(stream);
        var changes = stream.Seen.Where(static s => s.Kind == SeenKind.Change);
        Assert.Equal(Enumerable.Range((int)cursor + 1, 10), changes.Select(static s => (int)s.Position!.Value));
        await stream.LeaveAsync();
    }

    [Fact]
    public async Task Watch_LogTrimmedBetweenCheckAndRead_IsTooOldInsteadOfAHole()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(50);
        await live.HubAtHeadAsync();
        var head = live.Feed.Head;
        log.BeforeRead = _ => log.Trim(head - 5);

        var stream = live.OpenEvents(CursorAt(live, head - 10));

        StreamErrors.AssertEnded(StatusCode.OutOfRange, "CURSOR_TOO_OLD", await stream.FailureAsync());
        Assert.Empty(stream.Seen);
    }

    [Fact]
    public async Task Watch_BeginningOfAStreamTrimmed_IsTooOldBecauseItCannotBeFolded()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(1);
        await live.HubAtHeadAsync();
        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        await desk.LeaveAsync();
        log.Trim(1);

        // Another gateway: this one remembers the session and need not read its beginning.
        await using var cold = new LiveHarness(log, log, floor: live.Floor);
        var stream = cold.OpenDesk("a1", desk.Seen.Last(static s => s.Position is not null).Cursor);

        StreamErrors.AssertEnded(StatusCode.OutOfRange, "CURSOR_TOO_OLD", await stream.FailureAsync());
    }

    private static string CursorAt(LiveHarness live, long position) => live.Services.Cursors
        .WriterFor(new CursorScope(Samples.Tenant, LiveView.Events, "")).Write(position);
}
