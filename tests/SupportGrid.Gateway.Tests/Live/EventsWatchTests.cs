using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

public sealed class EventsWatchTests
{
    [Fact]
    public async Task WatchEvents_FromBeginning_GivesEveryEventInOrder()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(2);
        await live.Day.StepsAsync(50);

        var stream = live.OpenEvents(from: StartFrom.Beginning);
        await live.CaughtUpAsync(stream);
        await live.Day.StepsAsync(50);
        await live.CaughtUpAsync(stream);

        var positions = stream.Seen.Where(s => s.Kind == SeenKind.Change).Select(s => s.Position);
        Assert.Equal(Enumerable.Range(1, (int)live.Feed.Head).Select(p => (long?)p), positions);
        await stream.LeaveAsync();
    }
}
