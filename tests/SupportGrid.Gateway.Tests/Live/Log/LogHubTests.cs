using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Tests.Live.Floor;

namespace SupportGrid.Gateway.Tests.Live.Log;

public sealed class LogHubTests
{
    [Fact]
    public async Task Route_OnlyWhoAskedForItGetsIt()
    {
        await using var live = LiveHarness.OnFakeLog();
        using var stream = Open(live, new LogInterest(Samples.Tenant, "agent/a1"));
        using var audience = Open(live, new LogInterest(Samples.Tenant, "agent/a2", "agent/a2"));
        using var all = Open(live, new LogInterest(Samples.Tenant));
        using var elsewhere = Open(live, new LogInterest("globex"));
        await live.Day.OpenFloorAsync(2);
        var id = await live.Day.OpenAsync();
        await live.Floor.DoAsync(id, new Domain.Interactions.IssueOffer("o1", "a2", "{}", live.Clock.GetUtcNow()));
        await live.HubAtHeadAsync();

        Assert.All(Take(stream), static e => Assert.Equal("agent/a1", e.Stream));
        var forAudience = Take(audience);
        Assert.Contains(forAudience, e => e.Stream == $"interaction/{id}" && e.Recorded.Audience == "agent/a2");
        Assert.All(forAudience, static e => Assert.True(e.Stream == "agent/a2" || e.Recorded.Audience == "agent/a2"));
        Assert.Equal(live.Feed.Head, Take(all).Count);
        Assert.Empty(Take(elsewhere));
        Assert.All(new[] { stream, audience, all, elsewhere }, t => Assert.Equal(live.Feed.Head, t.Position));
    }

    [Fact]
    public async Task Offer_BufferFull_RefillsFromTheLogAndRejoinsWithoutHoleOrRepeat()
    {
        await using var live = LiveHarness.OnFakeLog(
            static o => o with { BufferedEventsMax = 5, RefillPageEventsMax = 7 });
        await live.Day.OpenFloorAsync(2);
        await live.HubAtHeadAsync();
        var begin = live.Feed.Head;
        using var tail = Open(live, new LogInterest(Samples.Tenant));
        List<long> seen = [];
        for (var round = 0; round < 40; round++)
        {
            await live.Day.StepsAsync(1 + (round % 9));
            await live.HubAtHeadAsync();
            Assert.InRange(tail.Buffered, 0, 5);
            for (var i = 0; i < round % 4; i++)
            {
                await TakeSomeAsync(tail, seen, 3);
            }
        }

        while (tail.Position < live.Feed.Head)
        {
            await TakeSomeAsync(tail, seen, int.MaxValue);
        }

        Assert.Equal(Enumerable.Range((int)begin + 1, seen.Count).Select(static p => (long)p), seen);
        Assert.Equal(live.Feed.Head, seen[^1]);
    }

    [Fact]
    public async Task Close_NothingOfTheTailStays()
    {
        await using var live = LiveHarness.OnFakeLog();
        var tail = Open(live, new LogInterest(Samples.Tenant, "agent/a1", "agent/a1"));
        Assert.False(live.Hub.IsIdle, "an open tail is connected");

        tail.Dispose();
        tail.Dispose();

        Assert.True(live.Hub.IsIdle, "a closed tail is not");
    }

    private static LogTail Open(LiveHarness live, LogInterest interest) =>
        live.Hub.Open(interest, null, live.Options, new WakeSignal());

    private static List<LiveEvent> Take(LogTail tail)
    {
        List<LiveEvent> taken = [];
        while (tail.TryTake(out var item))
        {
            taken.Add(item);
        }

        return taken;
    }

    private static async Task TakeSomeAsync(LogTail tail, List<long> seen, int max)
    {
        while (max-- > 0 && tail.TryTake(out var item))
        {
            seen.Add(item.Position);
        }

        if (tail.IsBehind)
        {
            await tail.FillAsync(CancellationToken.None);
        }
    }
}
