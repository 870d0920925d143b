using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class ReminderTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_reminder_ticks_when_due_and_then_every_period_even_when_the_grain_is_not_active()
    {
        var log = new ReminderLog();
        using var cluster = With(log);

        cluster.Run(() => cluster.Grain<IReminded>("r").Remind("x", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(20)));
        cluster.RunFor(TimeSpan.FromMinutes(45));

        Assert.Equal(["x at 00:00:02", "x at 00:20:02", "x at 00:40:02"], log.Lines);
        Assert.True(log.Activations >= 3);
    }

    [Fact]
    public void A_period_below_the_minimum_is_refused()
    {
        using var cluster = With(new ReminderLog());

        cluster.Fails<ArgumentException>(
            () => cluster.Grain<IReminded>("r").Remind("x", s_minute, TimeSpan.FromSeconds(59)));
    }

    [Fact]
    public void The_minimum_may_be_lowered()
    {
        var log = new ReminderLog();
        using var cluster = With(log, silo => silo.Configure<ReminderOptions>(
            options => options.MinimumReminderPeriod = TimeSpan.FromSeconds(1)));

        cluster.Run(() => cluster.Grain<IReminded>("r").Remind("x", TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        cluster.RunFor(TimeSpan.FromSeconds(2.5));

        Assert.Equal(3, log.Lines.Count);
    }

    [Fact]
    public void Reminders_outlive_the_process_if_their_store_does()
    {
        var log = new ReminderLog();
        using var cluster = With(log);

        cluster.Run(() => cluster.Grain<IReminded>("r").Remind("x", s_minute, s_minute));
        cluster.Crash();
        cluster.RunFor(TimeSpan.FromMinutes(2.5));
        cluster.Restart();
        cluster.RunFor(s_minute);

        Assert.Equal(["x at 00:03:00"], log.Lines);
    }

    [Fact]
    public void Setting_a_reminder_again_replaces_it_and_removing_it_ends_it()
    {
        var log = new ReminderLog();
        using var cluster = With(log);
        var grain = cluster.Grain<IReminded>("r");

        cluster.Run(() => grain.Remind("x", s_minute, s_minute));
        cluster.Run(() => grain.Remind("x", TimeSpan.FromSeconds(90), s_minute));
        cluster.Run(() => grain.Remind("y", TimeSpan.FromSeconds(30), s_minute));
        Assert.Equal(["x", "y"], cluster.Run(grain.Names));
        cluster.RunFor(TimeSpan.FromSeconds(100));
        cluster.Run(() => grain.Forget("x"));
        cluster.Run(() => grain.Forget("y"));
        cluster.RunFor(TimeSpan.FromMinutes(10));

        Assert.Equal(["x at 00:01:30", "y at 00:00:30", "y at 00:01:30"], log.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failing_tick_does_not_stop_the_reminder()
    {
        var log = new ReminderLog { Fails = true };
        using var cluster = With(log);

        cluster.Run(() => cluster.Grain<IReminded>("r").Remind("x", s_minute, s_minute));
        cluster.RunFor(TimeSpan.FromMinutes(3));

        Assert.Equal(3, log.Lines.Count);
    }

    [Fact]
    public void A_grain_that_cannot_receive_reminders_cannot_set_one()
    {
        using var cluster = With(new ReminderLog());

        cluster.Fails<InvalidOperationException>(() => cluster.Grain<IUnremindable>("u").Remind());
    }

    [Fact]
    public void Without_reminders_configured_setting_one_says_so()
    {
        using var cluster = Sim.New(silo => silo.Services.AddSingleton(new ReminderLog()));

        Assert.Contains("AddReminders", cluster.Fails<InvalidOperationException>(
            () => cluster.Grain<IReminded>("r").Remind("x", s_minute, s_minute)).Message, StringComparison.Ordinal);
    }

    private static SimulatedCluster With(ReminderLog log, Action<ISiloBuilder>? configure = null)
    {
        var store = new InMemoryReminderStore();
        return Sim.New(silo =>
        {
            silo.Services.AddSingleton<IReminderStore>(store);
            silo.Services.AddSingleton(log);
            silo.AddReminders();
            configure?.Invoke(silo);
        });
    }
}
