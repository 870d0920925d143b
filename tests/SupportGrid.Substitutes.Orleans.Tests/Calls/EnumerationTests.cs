namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Items_arrive_in_order_whatever_the_batch_size(int batchSize)
    {
        using var cluster = Sim.New();

        var streamer = cluster.Grain<IStreamer>("s");
        var numbers = cluster.Run(() => ToList(streamer.Count(10, failAt: -1).WithBatchSize(batchSize)));

        Assert.Equal(Enumerable.Range(0, 10), numbers);
    }

    [Fact]
    public void Items_arrive_as_they_come_and_calls_go_on_meanwhile()
    {
        using var cluster = Sim.New();
        var streamer = cluster.Grain<IStreamer>("s");

        cluster.Run(async () =>
        {
            await foreach (var tick in streamer.Ticks())
            {
                Assert.Equal(tick, await streamer.Ticked());
                if (tick == 3)
                {
                    break;
                }
            }
        });

        Assert.Equal(TimeSpan.FromSeconds(3), cluster.Time.Elapsed);
        Assert.True(cluster.Run(streamer.IsDisposed));
    }

    [Fact]
    public void An_exception_arrives_after_the_items_before_it()
    {
        using var cluster = Sim.New();
        var seen = new List<int>();

        cluster.Fails<FormatException>(async () =>
        {
            await foreach (var number in cluster.Grain<IStreamer>("s").Count(10, failAt: 4))
            {
                seen.Add(number);
            }
        });

        Assert.Equal([0, 1, 2, 3], seen);
    }

    [Fact]
    public void Cancelling_ends_the_enumeration_at_both_ends()
    {
        using var cluster = Sim.New();
        var streamer = cluster.Grain<IStreamer>("s");

        cluster.Run(async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(2.5), cluster.Time);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => ToList(streamer.Ticks().WithCancellation(source.Token)));
        });

        Assert.Equal(TimeSpan.FromSeconds(2.5), cluster.Time.Elapsed);
        Assert.True(cluster.Run(streamer.IsDisposed));
    }

    [Fact]
    public void Deactivation_cuts_enumerations_off()
    {
        using var cluster = Sim.New();
        var streamer = cluster.Grain<IStreamer>("s");

        cluster.Fails<EnumerationAbortedException>(async () =>
        {
            await foreach (var tick in streamer.Ticks())
            {
                if (tick == 2)
                {
                    await streamer.End();
                }
            }
        });
    }

    private static async Task<List<int>> ToList(IAsyncEnumerable<int> numbers)
    {
        var list = new List<int>();
        await foreach (var number in numbers)
        {
            list.Add(number);
        }

        return list;
    }

    private static async Task<List<int>> ToList(
        System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<int> numbers)
    {
        var list = new List<int>();
        await foreach (var number in numbers)
        {
            list.Add(number);
        }

        return list;
    }
}
