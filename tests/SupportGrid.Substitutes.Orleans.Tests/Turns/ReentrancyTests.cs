namespace SupportGrid.Substitutes.Orleans.Tests.Turns;

public sealed class ReentrancyTests
{
    [Fact]
    public void A_call_chain_that_comes_back_waits_for_itself_until_the_timeout()
    {
        using var cluster = Sim.New();

        cluster.Fails<TimeoutException>(() => cluster.Grain<IMirror>("a").CallBack("b", allow: false));

        Assert.Equal(TimeSpan.FromSeconds(30), cluster.Time.Elapsed);
    }

    [Fact]
    public void A_call_chain_may_come_back_where_the_grain_allows_it()
    {
        using var cluster = Sim.New();

        cluster.Run(() => cluster.Grain<IMirror>("a").CallBack("b", allow: true));

        Assert.Equal(TimeSpan.Zero, cluster.Time.Elapsed);
    }

    [Fact]
    public void The_permission_to_come_back_ends_with_its_section()
    {
        using var cluster = Sim.New();

        cluster.Fails<TimeoutException>(() => cluster.Grain<IMirror>("a").CallBackAfterSection("b"));
    }

    [Fact]
    public void Another_chain_may_not_use_the_permission()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IMirror>("a");

        cluster.Run(async () =>
        {
            var held = grain.HoldInSection();
            Assert.Equal(0, await grain.Peek());
            var ordinary = grain.Ordinary();
            await grain.Release();
            await Task.WhenAll(held, ordinary);
        });

        Assert.Equal(["held", "ordinary"], cluster.Run(grain.Log));
    }

    [Fact]
    public void Calls_marked_always_interleave_run_while_another_waits()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IMirror>("a");

        cluster.Run(async () =>
        {
            var held = grain.Hold();
            var ordinary = grain.Ordinary();
            await grain.Release();
            await Task.WhenAll(held, ordinary);
        });

        Assert.Equal(["held", "ordinary"], cluster.Run(grain.Log));
    }

    [Fact]
    public void Read_only_calls_run_together_but_not_with_others()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IMirror>("a");

        cluster.Run(async () =>
        {
            var first = grain.ReadSlowly();
            var second = grain.ReadSlowly();
            var ordinary = grain.Ordinary();
            Assert.Equal(2, Math.Max(await first, await second));
            await ordinary;
        });

        Assert.Equal(["ordinary"], cluster.Run(grain.Log));
        Assert.Equal(TimeSpan.FromSeconds(1), cluster.Time.Elapsed);
    }

    [Fact]
    public void All_calls_of_a_reentrant_class_interleave()
    {
        using var cluster = Sim.New();
        var grain = cluster.GrainFactory.GetGrain<IOpenGate>("a");

        cluster.Run(async () =>
        {
            var held = grain.Hold();
            await grain.Release();
            await held;
        });
    }

    [Fact]
    public void A_class_may_say_itself_which_calls_interleave()
    {
        using var cluster = Sim.New();
        var grain = cluster.GrainFactory.GetGrain<ISelectiveGate>("a");

        cluster.Run(async () =>
        {
            var held = grain.Hold();
            await grain.Release("key");
            await held;
        });
        cluster.Fails<TimeoutException>(() => Task.WhenAll(grain.Hold(), grain.Release("other")));
    }
}
