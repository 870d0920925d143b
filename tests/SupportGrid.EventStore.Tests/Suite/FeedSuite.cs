namespace SupportGrid.EventStore.Tests.Suite;

/// <summary>
/// Each test runs against events in memory and against events on disk: readers must not see a difference.
/// </summary>
public abstract class FeedSuite : LogSuite
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_WholeLog_ResumedAtEveryPosition_GivesTheRestOnce(bool fromDisk)
    {
        await FillAsync(fromDisk);
        for (var after = 0; after <= 12; after++)
        {
            var page = await Feed.ReadAsync(new FeedQuery(after, 100));

            Assert.Equal(Enumerable.Range(after + 1, 12 - after).Select(p => (long)p), Positions(page));
            Assert.Equal((12, true), (page.Through, page.IsLast));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_InPages_GoesOnAfterThrough(bool fromDisk)
    {
        await FillAsync(fromDisk);

        var first = await Feed.ReadAsync(new FeedQuery(0, 5));
        var second = await Feed.ReadAsync(new FeedQuery(first.Through, 5));
        var third = await Feed.ReadAsync(new FeedQuery(second.Through, 5));

        AssertPage(first, 5, false, 1, 2, 3, 4, 5);
        AssertPage(second, 10, false, 6, 7, 8, 9, 10);
        AssertPage(third, 12, true, 11, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_PageThatEndsExactlyAtTheEnd_IsTheLast(bool fromDisk)
    {
        await FillAsync(fromDisk);

        var page = await Feed.ReadAsync(new FeedQuery(7, 5));

        AssertPage(page, 12, true, 8, 9, 10, 11, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_UpToAPosition_EndsThere(bool fromDisk)
    {
        await FillAsync(fromDisk);

        var page = await Feed.ReadAsync(new FeedQuery(2, 100) { UpTo = 4 });

        AssertPage(page, 4, true, 3, 4);
        var beyond = await Feed.ReadAsync(new FeedQuery(10, 100) { UpTo = 99 });
        AssertPage(beyond, 12, true, 11, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_ByTenantStreamOrAudience_GivesTheMatchesInOrder(bool fromDisk)
    {
        await FillAsync(fromDisk);

        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 9], await ReadAsync(Acme));
        Assert.Equal([10L, 11, 12], await ReadAsync(Acme with { Tenant = "bolt" }));
        Assert.Equal([1L, 2, 6], await ReadAsync(Acme with { Stream = "agent/a1" }));
        Assert.Equal([3L, 7, 9], await ReadAsync(Acme with { Audience = "agent/a1" }));
        Assert.Equal([12L], await ReadAsync(Acme with { Tenant = "bolt", Audience = "agent/a1" }));
        Assert.Equal([1L, 2, 3, 6, 7, 9], await ReadAsync(Acme with { Stream = "agent/a1", Audience = "agent/a1" }));
        Assert.Equal(
            [3L, 6, 7], await ReadAsync(Acme with { After = 2, UpTo = 8, Stream = "agent/a1", Audience = "agent/a1" }));
        Assert.Empty(await ReadAsync(Acme with { Tenant = "none" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_Filtered_InPagesFromEveryPosition_MissesNothing(bool fromDisk)
    {
        await FillAsync(fromDisk);
        var query = Acme with { Limit = 2, Stream = "agent/a1", Audience = "agent/a1" };
        for (var after = 0L; after <= 12; after++)
        {
            var found = new List<long>();
            var page = new FeedPage([], after, IsLast: false);
            while (!page.IsLast)
            {
                page = await Feed.ReadAsync(query with { After = page.Through });
                found.AddRange(Positions(page));
            }

            Assert.Equal(new long[] { 1, 2, 3, 6, 7, 9 }.Where(p => p > after), found);
            Assert.Equal(12, page.Through);
        }
    }

    [Fact]
    public async Task Read_AfterTheHead_IsEmptyAndMovesNothing()
    {
        await FillAsync(fromDisk: false);

        var page = await Feed.ReadAsync(new FeedQuery(12, 5));
        var beyond = await Feed.ReadAsync(new FeedQuery(99, 5));

        AssertPage(page, 12, true);
        AssertPage(beyond, 99, true);
    }

    [Fact]
    public async Task Read_MoreThanAPageMayHold_IsCutAtThePageLimit()
    {
        await ReopenAsync(options => options with { PageEventsMax = 4 });
        await FillAsync(fromDisk: false);

        Assert.Equal([1L, 2, 3, 4], Positions(await Feed.ReadAsync(new FeedQuery(0, 100))));
    }

    [Fact]
    public async Task Read_ContradictoryQuery_IsRefusedAsABug()
    {
        FeedQuery[] unsound =
        [
            new(-1, 1), new(0, 0), new(0, 1) { Stream = "agent/a1" }, new(0, 1) { Audience = "agent/a1" },
        ];
        foreach (var query in unsound)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Feed.ReadAsync(query).AsTask());
        }
    }

    [Fact]
    public async Task Epoch_SurvivesReopening_AndDiffersBetweenLogs()
    {
        var epoch = Feed.Epoch;
        await ReopenAsync();
        Assert.Equal(epoch, Feed.Epoch);

        var (another, host) = await OpenAnotherAsync();
        Assert.NotEqual(epoch, another.Feed.Epoch);
        await another.Owner.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Oldest_IsTheFirstPosition()
    {
        Assert.Equal((1, 0), (Feed.Oldest, Feed.Head));
        await AppendAsync("agent/a1", 0);
        Assert.Equal((1, 1), (Feed.Oldest, Feed.Head));
    }

    private static FeedQuery Acme => new(0, 100) { Tenant = "acme" };

    private static IEnumerable<long> Positions(FeedPage page) => page.Events.Select(e => e.Position);

    private static void AssertPage(FeedPage page, long through, bool isLast, params long[] positions)
    {
        Assert.Equal(positions, Positions(page));
        Assert.Equal((through, isLast), (page.Through, page.IsLast));
    }

    private async Task<IEnumerable<long>> ReadAsync(FeedQuery query) => Positions(await Feed.ReadAsync(query));

    /// <summary>Twelve events: nine of acme, three of bolt, some of them for the audience of agent a1.</summary>
    private async Task FillAsync(bool fromDisk)
    {
        await AppendAsync(With("acme", "agent/a1", 0, null, null));
        await AppendAsync(With("acme", "interaction/1", 0, "agent/a1", null));
        await AppendAsync(With("acme", "interaction/2", 0, "agent/a2"));
        await AppendAsync(With("acme", "agent/a1", 2, (string?)null));
        await AppendAsync(With("acme", "interaction/1", 2, "agent/a1", null, "agent/a1"));
        await AppendAsync(With("bolt", "agent/a1", 0, null, null, "agent/a1"));
        if (fromDisk)
        {
            await ReopenAsync();
        }

        static AppendRequest With(string tenant, string stream, long version, params string?[] audiences) =>
            new(tenant, stream, version, [.. audiences.Select(audience => Given.Event(audience: audience))]);
    }
}
