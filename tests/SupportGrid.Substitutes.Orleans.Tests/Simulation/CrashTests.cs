using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Orleans.Tests.Activations;
using SupportGrid.Substitutes.Orleans.Tests.Turns;

namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class CrashTests
{
    [Fact]
    public void A_crash_drops_activations_without_deactivating_them()
    {
        var diary = new Diary();
        using var cluster = With(diary);
        cluster.Run(() => cluster.Grain<ILiving>("l").Work());

        cluster.Crash();
        cluster.Restart();
        cluster.Run(() => cluster.Grain<ILiving>("l").Work());

        Assert.Equal(["built", "activated", "worked", "built", "activated", "worked"], diary.Lines);
    }

    [Fact]
    public void Work_that_was_under_way_never_goes_on_and_its_callers_outside_see_it_fail()
    {
        using var cluster = Sim.New();
        var counter = cluster.Grain<ICounter>("c");
        var call = cluster.Start("client", () => counter.AddAfter(TimeSpan.FromSeconds(10)));
        cluster.RunFor(TimeSpan.FromSeconds(5));

        cluster.Crash();
        cluster.RunFor(TimeSpan.FromSeconds(10));

        Assert.IsType<OrleansMessageRejectionException>(call.Exception?.InnerException);
        cluster.Restart();
        Assert.Equal(0, cluster.Run(cluster.Grain<ICounter>("c").Get));
    }

    [Fact]
    public void Loops_of_the_process_die_with_it_and_those_outside_go_on()
    {
        using var cluster = Sim.New();
        var inside = 0;
        var outside = 0;
        _ = cluster.StartInProcess("inside", () => Tick(() => inside++));
        _ = cluster.Start("outside", () => Tick(() => outside++));
        cluster.RunFor(TimeSpan.FromSeconds(3.5));

        cluster.Crash();
        cluster.RunFor(TimeSpan.FromSeconds(3));

        Assert.Equal((3, 6), (inside, outside));

        async Task Tick(Action tick)
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cluster.Time);
                tick();
            }
        }
    }

    [Fact]
    public void Timers_of_grains_die_with_the_process()
    {
        using var cluster = Sim.New();
        cluster.Run(() => cluster.Grain<IClockwork>("c").StartTimer(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), false, false));

        cluster.Crash();

        Assert.Null(cluster.Time.NextDue());
    }

    [Fact]
    public void A_crash_can_come_after_any_number_of_turns()
    {
        for (var turns = 1; turns < 40; turns++)
        {
            using var cluster = Sim.New(seed: (ulong)turns);
            cluster.CrashAfter(turns);
            var clients = Enumerable.Range(0, 5).Select(number => cluster.Start(
                $"client-{number}", () => cluster.Grain<ICounter>("c").AddSlowly())).ToList();

            cluster.RunUntil(() => !cluster.IsUp || clients.TrueForAll(client => client.IsCompleted));
            cluster.RunUntilQuiet();

            Assert.All(clients, client => Assert.True(client.IsCompleted));
        }
    }

    [Fact]
    public void A_client_may_restart_the_process()
    {
        using var cluster = Sim.New();

        cluster.Run(async () =>
        {
            await cluster.Grain<ICounter>("c").AddSlowly();
            cluster.Crash();
            await cluster.RestartAsync();
            Assert.Equal(0, await cluster.Grain<ICounter>("c").Get());
        });
    }

    private static SimulatedCluster With(Diary diary) => Sim.New(silo =>
    {
        silo.Services.AddSingleton(diary);
        silo.Services.AddScoped<DiaryService>();
    });
}
