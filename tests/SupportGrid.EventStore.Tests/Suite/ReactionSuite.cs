namespace SupportGrid.EventStore.Tests.Suite;

public abstract class ReactionSuite : LogSuite
{
    [Fact]
    public async Task Reactions_OfAnAppend_ArePendingWithTheirEventsCoordinates()
    {
        await AppendAsync("interaction/0", 0, events: 4);
        await AppendAsync(Given.Append("interaction/1", 0, events: 2) with
        {
            Reactions = [Given.Reaction(1, 0, "second"), Given.Reaction(0, 1, "first"), Given.Reaction(0, 0, "zeroth")],
        });

        var pending = await Store.ReadPendingReactionsAsync(10);

        Assert.Equal(["zeroth", "first", "second"], pending.Select(p => p.Kind));
        Assert.Equal([1L, 1, 2], pending.Select(p => p.Version));
        Assert.Equal([new(5, 0), new(5, 1), new ReactionKey(6, 0)], pending.Select(p => p.Key));
        Assert.All(pending, p => Assert.Equal((Given.Tenant, "interaction/1"), (p.Tenant, p.Stream)));
        Assert.Equal(Given.Noon.AddSeconds(1), pending[0].At);
        Assert.Equal(Given.Json("""{"index":1}"""), pending[1].Data.ToArray());
    }

    [Fact]
    public async Task Complete_IsSeenAtOnceAndForGood()
    {
        await AppendManyAsync(4);

        await Store.CompleteReactionsAsync([new(2, 0), new(3, 0)]);

        Assert.Equal([1L, 4], await PendingAsync());
        await ReopenAsync();
        Assert.Equal([1L, 4], await PendingAsync());
    }

    [Fact]
    public async Task Complete_Twice_OrUnknown_ChangesNothing()
    {
        await AppendManyAsync(2);
        await Store.CompleteReactionsAsync([new(1, 0), new(1, 0), new(1, 7), new(99, 0)]);
        await AppendAsync("interaction/9", 0);
        await Store.CompleteReactionsAsync([new(1, 0)]);

        Assert.Equal([2L], await PendingAsync());
    }

    [Fact]
    public async Task ReadPending_InPages_SkipsCompletedOnesWithoutEndingEarly()
    {
        await AppendManyAsync(20);
        await Store.CompleteReactionsAsync([.. Enumerable.Range(3, 10).Select(i => new ReactionKey(i, 0))]);

        var first = await Store.ReadPendingReactionsAsync(4);
        var second = await Store.ReadPendingReactionsAsync(4, first[^1].Key);
        var third = await Store.ReadPendingReactionsAsync(4, second[^1].Key);

        Assert.Equal([1L, 2, 13, 14], first.Select(p => p.Position));
        Assert.Equal([15L, 16, 17, 18], second.Select(p => p.Position));
        Assert.Equal([19L, 20], third.Select(p => p.Position));
    }

    [Fact]
    public async Task Complete_MoreThanMayWait_MakesRoomByItself()
    {
        await ReopenAsync(options => options with { CompletionsMax = 3 });
        await AppendManyAsync(10);
        for (var i = 1; i <= 9; i++)
        {
            await Store.CompleteReactionsAsync([new ReactionKey(i, 0)]).Within("room for a completion");
        }

        Assert.Equal([10L], await PendingAsync());
    }

    [Fact]
    public async Task ReadPending_WhileOthersAppendAndComplete_NeverShowsACompletedOne()
    {
        const int Count = 400;
        var completed = 0L;
        var worker = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++)
            {
                var appended = await AppendAsync(
                    Given.Append("interaction/1", i) with { Reactions = [Given.Reaction()] });
                await Store.CompleteReactionsAsync([new ReactionKey(appended.LastPosition, 0)]);
                Volatile.Write(ref completed, appended.LastPosition);
            }
        });
        while (!worker.IsCompleted)
        {
            var done = Volatile.Read(ref completed);
            Assert.All(await Store.ReadPendingReactionsAsync(10), pending => Assert.True(pending.Position > done));
        }

        await worker;
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task ReadSettled_IsJustBeforeTheFirstOfTheTenantThatIsNotDone()
    {
        Assert.Equal(0, await Store.ReadSettledAsync(Given.Tenant));
        await AppendManyAsync(4);
        await AppendAsync(Given.Append("interaction/1", 0, tenant: "bolt") with { Reactions = [Given.Reaction()] });

        await Store.CompleteReactionsAsync([new(1, 0), new(3, 0)]);
        Assert.Equal(1, await Store.ReadSettledAsync(Given.Tenant));

        await Store.CompleteReactionsAsync([new(2, 0), new(4, 0)]);
        Assert.Equal(5, await Store.ReadSettledAsync(Given.Tenant));
        Assert.Equal(4, await Store.ReadSettledAsync("bolt"));
        Assert.Equal(5, await Store.ReadSettledAsync("nobody"));
    }

    private async Task AppendManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await AppendAsync(Given.Append("interaction/1", i) with { Reactions = [Given.Reaction()] });
        }
    }

    private async Task<IEnumerable<long>> PendingAsync() =>
        (await Store.ReadPendingReactionsAsync(100)).Select(pending => pending.Position);
}
