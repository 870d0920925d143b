using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Promise;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>A log that delivers wrongly: the validators see it through the whole product, not only on paper.</summary>
public sealed class PlantedBugTests
{
    [Fact]
    public async Task An_event_that_the_feed_keeps_from_live_readers_is_found_missing()
    {
        var log = new FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(2);
        await live.HubAtHeadAsync();
        var stream = live.OpenEvents();
        await stream.CountAsync(1);

        log.Misdeliver = static events =>
            [.. events.Select(static e => e.Position % 17 == 0 ? e with { Tenant = "elsewhere" } : e)];
        await live.Day.StepsAsync(60);
        await live.CaughtUpAsync(stream);
        await stream.LeaveAsync();

        var record = new WatchRecord([new WatchAttempt(null, stream.Seen)]);
        var expected = await ExpectedViews.OfAsync(live.Feed, ExpectedViews.Events);
        Assert.NotNull(new ReliableValidator().Check(record, expected));
        Assert.Null(new OrderedValidator().Check(record, expected));
        Assert.Null(new UniqueValidator().Check(record, expected));
    }
}
