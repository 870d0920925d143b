using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Configurations;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// One run: a stretch in which anything may happen, then one in which everything must come to its end.
/// </summary>
internal static class Run
{
    /// <summary>How long the drain may take in virtual time.</summary>
    private static readonly TimeSpan DrainMax = TimeSpan.FromMinutes(30);

    public static async Task<(History History, string Trace)> OfAsync(
        ulong seed, Plant? plant = null, bool detectsEscapes = false)
    {
        await using var centre = await Centre.OpenAsync(seed, plant ?? Plant.None, detectsEscapes);
        var cluster = centre.Cluster;
        centre.StartRecovery();
        cluster.Run(() => ApplyAsync(centre));
        foreach (var agent in centre.Scenario.Configuration.Agents.Keys)
        {
            centre.Start($"agent {agent}", new Agent(centre, cluster.Random.Fork(), agent).LiveAsync);
        }

        var customers = Enumerable.Range(0, centre.Scenario.Customers)
            .Select(n => new Customer(centre, cluster.Random.Fork(), n))
            .ToArray();
        for (var n = 0; n < customers.Length; n++)
        {
            centre.Start($"customer {n}", customers[n].LiveAsync);
        }

        await LetItHappenAsync(centre, cluster.Random.Fork());

        centre.IsDraining = true;
        var end = centre.Now + DrainMax;
        cluster.RunUntil(() => centre.Now >= end || customers.All(c => c.IsDone), DrainMax * 2, "the end of the drain");

        // What the last events lead to: reactions, and a sweep for those that a crash left behind.
        cluster.RunFor(TimeSpan.FromMinutes(2));
        centre.ThrowIfSomebodyFailed();
        return (await centre.HistoryAsync(), cluster.TraceHash);
    }

    private static Task ApplyAsync(Centre centre) => centre.AskAsync(
        Streams.Configuration,
        "apply",
        (grains, meta) => grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(Scenario.Tenant))
            .Execute(new ApplyConfiguration(centre.Scenario.Configuration, null, "root", default), meta));

    /// <summary>The stretch of chaos, with crashes at random turns in it.</summary>
    private static async Task LetItHappenAsync(Centre centre, SimulatedRandom random)
    {
        var cluster = centre.Cluster;
        var stretch = centre.Scenario.Length / (centre.Scenario.Crashes + 1);
        for (var crash = 0; crash < centre.Scenario.Crashes; crash++)
        {
            cluster.RunFor(stretch * (random.Next(500, 1000) / 1000.0));
            cluster.CrashAfter(random.Next(400));
            cluster.RunUntil(() => !cluster.IsUp, awaited: "the crash");
            centre.NoteDown();
            cluster.RunFor(TimeSpan.FromMilliseconds(random.Next(20_000)));
            var starting = cluster.Start("restart", centre.StartAgainAsync);
            cluster.RunUntil(() => starting.IsCompleted, awaited: "the restart");
            await starting;
        }

        cluster.RunFor(stretch);
    }
}
