using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class LifeTests
{
    [Fact]
    public void An_activation_begins_before_its_first_call_and_ends_when_the_host_stops()
    {
        var diary = new Diary();
        using var cluster = With(diary);

        cluster.Run(() => cluster.Grain<ILiving>("l").Work());
        cluster.Stop();

        Assert.Equal(
            ["built", "activated", "worked", "deactivated ShuttingDown", "disposed", "service disposed"], diary.Lines);
    }

    [Fact]
    public void A_failing_activation_fails_the_calls_that_wait_and_the_next_call_tries_again()
    {
        var diary = new Diary { FailuresLeft = 1 };
        using var cluster = With(diary);
        var grain = cluster.Grain<ILiving>("l");

        cluster.Run(async () =>
        {
            var first = grain.Work();
            var second = grain.Work();
            await Assert.ThrowsAsync<FormatException>(() => first);
            await Assert.ThrowsAsync<FormatException>(() => second);
        });
        cluster.Run(grain.Work);

        Assert.Equal(["built", "disposed", "service disposed", "built", "activated", "worked"], diary.Lines);
    }

    [Fact]
    public void A_grain_that_cannot_be_built_fails_its_calls()
    {
        using var cluster = Sim.New();

        Assert.Contains(nameof(Diary), cluster.Fails<InvalidOperationException>(
            () => cluster.Grain<ILiving>("l").Work()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeactivateOnIdle_lets_running_calls_end_and_waiting_ones_go_to_the_next_activation_in_order()
    {
        var diary = new Diary();
        using var cluster = With(diary);
        var grain = cluster.Grain<ILiving>("l");

        cluster.Run(async () =>
        {
            var leaving = grain.LeaveSlowly();
            await Task.WhenAll([leaving, .. Enumerable.Range(0, 5).Select(grain.Note)]);
        });

        Assert.Equal(
            ["built", "activated", "left", "deactivated ApplicationRequested", "disposed", "service disposed",
                "built", "activated", "0", "1", "2", "3", "4"],
            diary.Lines);
    }

    [Fact]
    public void A_running_call_that_does_not_end_delays_deactivation_no_longer_than_its_timeout()
    {
        var diary = new Diary();
        using var cluster = With(diary);
        var grain = cluster.Grain<ILiving>("l");

        cluster.Run(() => grain.LeaveAndHang());
        cluster.RunUntil(() => diary.Lines.Contains("disposed"), awaited: "the end of the activation");

        Assert.Equal(TimeSpan.FromSeconds(30), cluster.Time.Elapsed);
    }

    [Fact]
    public void An_idle_activation_ends_after_its_collection_age()
    {
        var diary = new Diary();
        using var cluster = With(diary);

        cluster.Run(() => cluster.Grain<ILiving>("l").Work());
        cluster.RunUntil(() => diary.Lines.Contains("disposed"), awaited: "collection");

        Assert.Equal(TimeSpan.FromMinutes(15), cluster.Time.Elapsed);
        Assert.Contains("deactivated ActivationIdle", diary.Lines);
    }

    [Fact]
    public void A_call_makes_the_collection_age_start_anew()
    {
        var diary = new Diary();
        using var cluster = With(diary);
        var grain = cluster.Grain<ILiving>("l");

        cluster.Run(grain.Work);
        cluster.RunFor(TimeSpan.FromMinutes(10));
        cluster.Run(grain.Work);
        cluster.RunFor(TimeSpan.FromMinutes(14));

        Assert.DoesNotContain("disposed", diary.Lines);
    }

    [Fact]
    public void The_collection_age_may_be_set_by_class()
    {
        var diary = new Diary();
        using var cluster = With(diary, silo => silo.Configure<GrainCollectionOptions>(options =>
            options.ClassSpecificCollectionAge[typeof(LivingGrain).FullName!] = TimeSpan.FromMinutes(2)));

        cluster.Run(() => cluster.Grain<ILiving>("l").Work());
        cluster.RunFor(TimeSpan.FromMinutes(2));
        cluster.RunUntilQuiet();

        Assert.Contains("disposed", diary.Lines);
    }

    [Fact]
    public void DelayDeactivation_keeps_an_idle_activation()
    {
        var diary = new Diary();
        using var cluster = With(diary);

        cluster.Run(() => cluster.Grain<ILiving>("l").Stay(TimeSpan.FromMinutes(40)));
        cluster.RunUntil(() => diary.Lines.Contains("disposed"), awaited: "collection");

        Assert.Equal(TimeSpan.FromMinutes(40), cluster.Time.Elapsed);
    }

    [Fact]
    public void A_failing_deactivation_ends_the_activation_all_the_same()
    {
        var diary = new Diary { FailsDeactivation = true };
        using var cluster = With(diary);

        cluster.Run(() => cluster.Grain<ILiving>("l").Work());
        cluster.Stop();

        Assert.Contains("service disposed", diary.Lines);
    }

    private static SimulatedCluster With(Diary diary, Action<ISiloBuilder>? configure = null) => Sim.New(silo =>
    {
        silo.Services.AddSingleton(diary);
        silo.Services.AddScoped<DiaryService>();
        configure?.Invoke(silo);
    });
}
