using Grpc.Core;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Tests.Live.Floor;

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
    public async Task WatchQueue_LineChanges_TheLatestIsSentOnceToEveryWatcher()
    {
        await using var live = LiveHarness.OnFakeLog();
        await OpenUntilWaitingAsync(live, 2);
        var one = live.OpenQueue("billing");
        var two = live.OpenQueue("billing");
        await one.CountAsync(1);
        await two.CountAsync(1);
        Assert.Equal(1, live.Queues.LinesAsked);

        await OpenUntilWaitingAsync(live, 3);
        await Eventually.Holds(
            () =>
            {
                live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.LineRefreshMs));
                return one.Seen.Count == 2 && two.Seen.Count == 2;
            },
            "the longer line");

        Assert.Equal([2, 3], one.Responses.Select(static r => r.Waiting));
        Assert.Equal([1, 2, 3], one.Responses[^1].Line.Select(static p => p.Place));
        await one.LeaveAsync();
        await two.LeaveAsync();
        Assert.Equal(0, live.Queues.LinesAsked);
    }

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
