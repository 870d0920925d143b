namespace SupportGrid.EventStore.Tests.Suite;

public abstract class SubscriptionSuite : LogSuite
{
    [Fact]
    public async Task Next_FromEveryPosition_GivesTheRestInOrder()
    {
        await ReopenAsync(options => options with { RecentEventsMax = 8, PageEventsMax = 5 });
        await AppendAsync("interaction/1", 0, events: 20);
        for (var after = 0L; after <= 20; after++)
        {
            var subscription = Feed.Subscribe(after);
            Assert.Equal(after, subscription.Position);
            Assert.Equal(Range(after + 1, 20), await TakeUpToAsync(subscription, 20));
        }
    }

    [Fact]
    public async Task Next_AtTheHead_WaitsForTheNextCommitAndGivesItWhole()
    {
        await AppendAsync("interaction/1", 0);
        var subscription = Feed.Subscribe(1);
        var next = subscription.NextAsync().AsTask();
        Assert.False(next.IsCompleted);

        await AppendAsync("interaction/1", 1, events: 3);

        Assert.Equal([2L, 3, 4], (await next.Within("the events of a commit")).Select(e => e.Position));
        Assert.Equal(4, subscription.Position);
    }

    [Fact]
    public async Task Next_Live_HandsOverTheDecodedBody()
    {
        var body = new object();
        var subscription = Feed.Subscribe(0);
        await AppendAsync(new AppendRequest(Given.Tenant, "interaction/1", 0, [Given.Event(body: body)]));

        Assert.Same(body, Assert.Single(await subscription.NextAsync().Within("an event")).Body);
    }

    [Fact]
    public async Task Next_Cancelled_LosesNothing()
    {
        var subscription = Feed.Subscribe(0);
        using (var cancellation = new CancellationTokenSource())
        {
            var next = subscription.NextAsync(cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }

        await AppendAsync("interaction/1", 0);
        Assert.Equal(1, Assert.Single(await subscription.NextAsync().Within("an event")).Position);
    }

    [Fact]
    public async Task Next_SlowReader_CostsNoMemoryAndMissesNothing()
    {
        await ReopenAsync(options => options with { RecentEventsMax = 16 });
        var subscription = Feed.Subscribe(0);
        for (var version = 0; version < 200; version++)
        {
            await AppendAsync(
                new AppendRequest(Given.Tenant, "interaction/1", version, [Given.Event(body: "decoded")]));
        }

        // Only what the window still holds has its body: the rest was let go and comes from disk.
        var events = await TakeAsync(subscription, 200);
        Assert.Equal(Range(1, 200), events.Select(e => e.Position));
        Assert.All(events.Take(200 - 16), e => Assert.Null(e.Body));
        var afterwards = Feed.Subscribe(200 - 16);
        Assert.All(await TakeAsync(afterwards, 200), e => Assert.Equal("decoded", e.Body));
    }

    [Fact]
    public async Task Next_LargeBodies_AreHeldUpToTheLimitOfBytesOnly()
    {
        await ReopenAsync(options => options with { RecentBytesMax = 10_000 });
        var large = Given.Event(body: "decoded") with { Data = Given.Json($"\"{new string('x', 3998)}\"") };
        for (var version = 0; version < 10; version++)
        {
            await AppendAsync(new AppendRequest(Given.Tenant, "interaction/1", version, [large]));
        }

        Assert.All((await TakeAsync(Feed.Subscribe(0), 10)).Take(8), e => Assert.Null(e.Body));
        Assert.All(await TakeAsync(Feed.Subscribe(8), 10), e => Assert.Equal("decoded", e.Body));
    }

    [Fact]
    public async Task Next_WhileManyAppend_GivesEveryEventOnceInOrder()
    {
        // A window smaller than the traffic makes the readers change between memory and disk all the time.
        const int Writers = 8;
        const int Each = 150;
        await ReopenAsync(options => options with { RecentEventsMax = 16, PageEventsMax = 7 });
        var readers = Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => TakeUpToAsync(Feed.Subscribe(0), Writers * Each)))
            .ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var version = 0; version < Each; version++)
            {
                await AppendAsync($"interaction/{writer}", version);
            }
        })));

        foreach (var reader in readers)
        {
            Assert.Equal(Range(1, Writers * Each), await reader.Within("a reader to see all events"));
        }
    }

    [Fact]
    public async Task Subscribe_OutsideTheLog_IsRefused()
    {
        await AppendAsync("interaction/1", 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => Feed.Subscribe(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Feed.Subscribe(2));
    }

    [Fact]
    public async Task WaitForPosition_CompletesWhenTheHeadIsThere()
    {
        await Feed.WaitForPositionAsync(0).Within("a position that is there");
        var wait = Feed.WaitForPositionAsync(3).AsTask();
        await AppendAsync("interaction/1", 0, events: 2);
        Assert.False(wait.IsCompleted);

        await AppendAsync("interaction/1", 2);

        await wait.Within("position 3");
    }

    [Fact]
    public async Task Close_EndsTheWaitsOfReaders()
    {
        var next = Feed.Subscribe(0).NextAsync().AsTask();
        var wait = Feed.WaitForPositionAsync(1).AsTask();

        await Log.Owner.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => next.Within("the end of a subscription"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.Within("the end of a wait"));
    }

    private static IEnumerable<long> Range(long first, long last) =>
        Enumerable.Range((int)first, (int)(last - first + 1)).Select(p => (long)p);

    private static async Task<List<RecordedEvent>> TakeAsync(IFeedSubscription subscription, long last)
    {
        var events = new List<RecordedEvent>();
        while (subscription.Position < last)
        {
            events.AddRange(await subscription.NextAsync().Within($"events after position {subscription.Position}"));
        }

        return events;
    }

    private static async Task<List<long>> TakeUpToAsync(IFeedSubscription subscription, long last) =>
        [.. (await TakeAsync(subscription, last)).Select(e => e.Position)];
}
