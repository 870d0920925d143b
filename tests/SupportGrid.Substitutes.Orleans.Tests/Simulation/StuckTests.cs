using SupportGrid.Substitutes.Orleans.Tests.Turns;

namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class StuckTests
{
    [Fact]
    public void A_run_that_cannot_end_says_what_it_waits_for()
    {
        using var cluster = Sim.New(seed: 42);
        var grain = cluster.Grain<IMirror>("a");

        var stuck = cluster.Fails<SimulationStuckException>(async () =>
        {
            _ = grain.Hold();
            _ = grain.Ordinary();
            await new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromDays(1), cluster.Time);
        });

        Assert.Contains("Seed 42", stuck.Message, StringComparison.Ordinal);
        Assert.Contains("the limit", stuck.Message, StringComparison.Ordinal);
        Assert.Contains("Running: IMirror/Hold on mirror/a", stuck.Message, StringComparison.Ordinal);
        Assert.Contains("Waiting: IMirror/Ordinary on mirror/a", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_can_happen_any_more_says_so()
    {
        using var cluster = Sim.New();

        var stuck = cluster.Fails<SimulationStuckException>(() => new TaskCompletionSource().Task);

        Assert.Contains("nothing is ready and no timer is set", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Turns_that_go_on_without_time_passing_are_stopped()
    {
        using var cluster = new SimulatedCluster(1, _ => { }, new SimulationOptions { TurnsPerInstantMax = 1000 });

        cluster.Fails<SimulationStuckException>(async () =>
        {
            while (true)
            {
                await Task.Yield();
            }
        });
    }

    [Fact]
    public void An_unfinished_client_is_named()
    {
        using var cluster = Sim.New();
        _ = cluster.Start("forgotten client", () => new TaskCompletionSource().Task);

        var stuck = Assert.Throws<SimulationStuckException>(
            () => cluster.RunUntil(() => false, awaited: "the impossible"));

        Assert.Contains("the impossible", stuck.Message, StringComparison.Ordinal);
        Assert.Contains("forgotten client", stuck.Message, StringComparison.Ordinal);
    }
}
