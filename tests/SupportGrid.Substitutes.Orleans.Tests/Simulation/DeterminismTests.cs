using SupportGrid.Substitutes.Orleans.Tests.Turns;

namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_trace() => Assert.Equal(TraceOf(7), TraceOf(7));

    [Fact]
    public void Other_seeds_give_other_traces() =>
        Assert.Equal(20, Enumerable.Range(0, 20).Select(seed => TraceOf((ulong)seed)).Distinct().Count());

    private static string TraceOf(ulong seed)
    {
        using var cluster = Sim.New(seed: seed);
        var clients = Enumerable.Range(0, 10).Select(number => cluster.Start($"client-{number}", async () =>
        {
            var counter = cluster.Grain<ICounter>($"c{number % 3}");
            for (var i = 0; i < 10; i++)
            {
                await counter.AddSlowly();
                await Task.Delay(TimeSpan.FromMilliseconds(cluster.Random.Next(1, 50)), cluster.Time);
            }
        })).ToList();
        cluster.RunUntil(() => clients.TrueForAll(client => client.IsCompletedSuccessfully), awaited: "all clients");
        return cluster.TraceHash;
    }
}
