namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class TimerTests
{
    private static readonly TimeSpan s_tenth = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void A_timer_ticks_when_due_and_then_every_period()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartTimer(s_tenth, TimeSpan.FromSeconds(1), false, false));
        cluster.RunFor(TimeSpan.FromSeconds(3));

        Assert.Equal([100, 1100, 2100], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void Ticks_wait_for_a_running_call()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartTimer(s_tenth, s_tenth, false, false));
        Assert.Equal(0, cluster.Run(() => clock.TicksDuring(TimeSpan.FromMilliseconds(950))));
    }

    [Fact]
    public void Interleaving_ticks_do_not_wait_for_a_running_call()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartTimer(s_tenth, s_tenth, true, false));
        Assert.Equal(9, cluster.Run(() => clock.TicksDuring(TimeSpan.FromMilliseconds(950))));
    }

    [Fact]
    public void The_period_runs_from_the_end_of_a_tick()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartSlowTimer(s_tenth, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        cluster.RunFor(TimeSpan.FromSeconds(7));

        Assert.Equal([100, 3100, 6100], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void A_failing_tick_does_not_stop_the_timer()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartFailingTimer(s_tenth));
        cluster.RunFor(TimeSpan.FromMilliseconds(350));

        Assert.Equal([100, 200, 300], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void Change_sets_the_next_tick_anew_and_Dispose_ends_them()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartTimer(s_tenth, s_tenth, false, false));
        cluster.RunFor(TimeSpan.FromMilliseconds(150));
        cluster.Run(() => clock.ChangeTimer(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(200)));
        cluster.RunFor(TimeSpan.FromSeconds(1));
        cluster.Run(clock.StopTimer);
        cluster.RunFor(TimeSpan.FromSeconds(1));

        Assert.Equal([100, 650, 850, 1050], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void A_timer_may_change_itself_during_a_tick()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartSelfChangingTimer(s_tenth, TimeSpan.FromSeconds(1)));
        cluster.RunFor(TimeSpan.FromSeconds(3));

        Assert.Equal([100, 1100, 2100], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void A_tick_that_becomes_due_during_another_comes_right_after_it()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartOverlappingTimer(s_tenth));
        cluster.RunFor(TimeSpan.FromMilliseconds(750));

        Assert.Equal([100, 400, 700], cluster.Run(clock.Ticks));
    }

    [Fact]
    public void A_single_tick_comes_once()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartTimer(s_tenth, Timeout.InfiniteTimeSpan, false, false));
        cluster.RunFor(TimeSpan.FromSeconds(5));

        Assert.Equal([100], cluster.Run(clock.Ticks));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Ticks_keep_the_activation_only_if_asked(bool keepAlive, int alive)
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");
        cluster.Run(() => clock.StartTimer(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), false, keepAlive));

        cluster.RunFor(TimeSpan.FromMinutes(40));

        Assert.Equal(alive * 40, cluster.Run(clock.Ticks).Count);
    }

    [Fact]
    public void The_token_of_a_tick_is_cancelled_when_the_timer_ends()
    {
        using var cluster = Sim.New();
        var clock = cluster.Grain<IClockwork>("c");

        cluster.Run(() => clock.StartWaitingTimer(s_tenth));
        cluster.RunFor(TimeSpan.FromSeconds(1));
        cluster.Run(clock.StopTimer);

        Assert.Equal([100, 1000], cluster.Run(clock.Ticks));
    }
}
