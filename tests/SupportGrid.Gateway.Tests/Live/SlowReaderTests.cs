using Grpc.Core;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>
/// A client that does not read costs a bounded amount of memory, and loses nothing that it can still get.
/// </summary>
public sealed class SlowReaderTests
{
    [Fact]
    public async Task Watch_ReaderStopsAndGoesOn_GetsEverythingFromTheLog()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(
            log, log, static o => o with { BufferedEventsMax = 8, RefillPageEventsMax = 16 });
        await live.Day.OpenFloorAsync(2);
        var slow = live.OpenEvents();
        var quick = live.OpenEvents();
        await slow.CountAsync(1);
        await quick.CountAsync(1);

        slow.StopReading();
        await live.Day.StepsAsync(300);
        await live.CaughtUpAsync(quick);
        var readsWhileStuck = log.Reads;
        slow.ReadOn();
        await live.CaughtUpAsync(slow);

        // The two streams begin where the log ends when they are opened, which need not be the same event.
        var common = Math.Min(Contents(quick).Count(), Contents(slow).Count());
        Assert.True(common > 100, $"only {common} responses are common to both");
        Assert.Equal(Contents(quick).TakeLast(common), Contents(slow).TakeLast(common));
        Assert.True(log.Reads > readsWhileStuck, "the slow reader was not served from the log");
        await slow.LeaveAsync();
        await quick.LeaveAsync();
    }

    [Fact]
    public async Task Watch_ReaderNeverReads_EndsAfterTheTimeThatAWriteMayTake()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var stuck = live.OpenEvents();
        await stuck.CountAsync(1);
        stuck.StopReading();
        var timers = live.Clock.Armed;
        await live.Day.OpenAsync();
        await Eventually.Holds(() => live.Clock.Armed > timers, "the write to be timed");

        live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.StreamWriteMsMax - 1));
        Assert.False(stuck.Ended.IsCompleted, "it ended before the time was over");
        live.Clock.Advance(TimeSpan.FromMilliseconds(1));

        StreamErrors.AssertEnded(StatusCode.Aborted, "CONSUMER_TOO_SLOW", await stuck.FailureAsync());
        Assert.True(live.Hub.IsIdle, "it is still connected");
        stuck.ReadOn();
    }

    [Fact]
    public async Task Watch_WhatASlowReaderLacksIsTrimmed_EndsInsteadOfLeavingAHole()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log, static o => o with { BufferedEventsMax = 4 });
        await live.Day.OpenFloorAsync(2);
        await live.HubAtHeadAsync();
        var slow = live.OpenEvents();
        await slow.CountAsync(1);
        slow.StopReading();
        await live.Day.StepsAsync(100);
        await live.HubAtHeadAsync();

        log.Trim(live.Feed.Head - 1);
        slow.ReadOn();

        StreamErrors.AssertEnded(StatusCode.Aborted, "CONSUMER_TOO_SLOW", await slow.FailureAsync());
        var positions = slow.Seen.Select(static s => s.Position!.Value).ToList();
        Assert.Equal(Enumerable.Range(0, positions.Count).Select(i => positions[0] + i), positions);
    }

    private static IEnumerable<string> Contents(IClientStream stream) =>
        stream.Seen.Where(static s => s.Kind == SeenKind.Change).Select(static s => s.Content);
}
