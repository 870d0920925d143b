using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Tests.Feed;

public sealed class RecentEventsTests
{
    [Fact]
    public void Copy_WithinTheWindow_GivesTheEvents()
    {
        var recent = Filled(eventsMax: 8, count: 5);

        Assert.Equal([3L, 4], recent.Copy(2, 4, 10, null)!.Select(e => e.Position));
        Assert.Equal([1L, 2], recent.Copy(0, 5, 2, null)!.Select(e => e.Position));
        Assert.Empty(recent.Copy(5, 5, 10, null)!);
    }

    [Fact]
    public void Copy_BeforeTheWindow_SaysThatTheyAreGone()
    {
        var recent = Filled(eventsMax: 8, count: 20);

        Assert.Null(recent.Copy(11, 20, 10, null));
        Assert.Equal(8, recent.Copy(12, 20, 10, null)!.Count);
    }

    [Fact]
    public void Copy_Filtered_LooksAtEveryEventUpToTheLimitOfMatches()
    {
        var recent = Filled(eventsMax: 8, count: 8);

        Assert.Equal([2L, 4, 6], recent.Copy(0, 8, 3, e => e.Position % 2 == 0)!.Select(e => e.Position));
    }

    [Fact]
    public void Publish_MoreBytesThanAllowed_LetsTheOldestGoButKeepsTheLast()
    {
        var recent = new RecentEvents(eventsMax: 8, bytesMax: 5);
        recent.Publish([Event(1, 2), Event(2, 2), Event(3, 2)]);
        Assert.Null(recent.Copy(0, 3, 10, null));
        Assert.Equal(2, recent.Copy(1, 3, 10, null)!.Count);

        recent.Publish([Event(4, 100)]);
        Assert.Null(recent.Copy(2, 4, 10, null));
        Assert.Single(recent.Copy(3, 4, 10, null)!);
    }

    [Fact]
    public void Restart_ForgetsEverythingBefore()
    {
        var recent = Filled(eventsMax: 8, count: 3);
        recent.Restart(10);

        Assert.Equal(10, recent.Head);
        Assert.Null(recent.Copy(9, 10, 10, null));
        recent.Publish([Event(11, 1)]);
        Assert.Single(recent.Copy(10, 11, 10, null)!);
    }

    [Fact]
    public async Task Copy_WhileTheWriterLapsTheReader_IsWholeOrRefused()
    {
        const int Last = 50_000;
        var recent = new RecentEvents(eventsMax: 16, bytesMax: int.MaxValue);
        var writer = Task.Run(() =>
        {
            for (var position = 1; position <= Last; position += 4)
            {
                recent.Publish([.. Enumerable.Range(position, 4).Select(p => Event(p, 1))]);
            }
        });
        var whole = 0;
        while (recent.Head < Last)
        {
            var head = recent.Head;
            var after = Math.Max(0, head - 12);
            if (recent.Copy(after, head, 100, null) is { } copied)
            {
                whole++;
                Assert.Equal(
                    Enumerable.Range(1, (int)(head - after)).Select(i => after + i), copied.Select(e => e.Position));
            }
        }

        await writer;
        Assert.True(whole > 0, "No copy was whole: the test has shown nothing.");
    }

    private static RecentEvents Filled(int eventsMax, int count)
    {
        var recent = new RecentEvents(eventsMax, int.MaxValue);
        recent.Publish([.. Enumerable.Range(1, count).Select(position => Event(position, 1))]);
        return recent;
    }

    private static RecordedEvent Event(long position, int bytes) =>
        new(position, Given.Tenant, "interaction/1", position, Guid.Empty, "opened", 1, Given.Noon, new byte[bytes]);
}
