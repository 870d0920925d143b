namespace SupportGrid.Substitutes.Orleans.Tests.Turns;

public sealed class TurnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_call_sees_no_other_call_of_its_grain_before_it_ends(ulong seed)
    {
        using var cluster = Sim.New(seed: seed);
        var counter = cluster.Grain<ICounter>("c");

        cluster.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => counter.AddSlowly())));

        Assert.Equal(50, cluster.Run(counter.Get));
    }

    [Fact]
    public void Calls_of_one_caller_to_one_grain_start_in_order()
    {
        using var cluster = Sim.New();
        var log = cluster.Grain<ICounter>("c");

        cluster.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(log.Note)));

        Assert.Equal(Enumerable.Range(0, 50), cluster.Run(log.Notes));
    }

    [Fact]
    public void Awaits_come_back_to_the_scheduler_of_the_activation()
    {
        using var cluster = Sim.New();

        Assert.True(cluster.Run(cluster.Grain<ICounter>("c").StaysOnScheduler));
    }

    [Fact]
    public void An_exception_reaches_the_caller_with_its_type_and_the_place_where_it_was_thrown()
    {
        using var cluster = Sim.New();

        var error = cluster.Fails<FormatException>(cluster.Grain<ICounter>("c").Throw);

        Assert.Contains(nameof(CounterGrain.Throw), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_leaves_the_activation_as_it_is()
    {
        using var cluster = Sim.New();
        var counter = cluster.Grain<ICounter>("c");
        cluster.Run(counter.AddSlowly);

        cluster.Fails<FormatException>(counter.Throw);

        Assert.Equal(1, cluster.Run(counter.Get));
    }

    [Fact]
    public void A_call_that_gets_no_answer_in_time_fails_and_the_callee_goes_on()
    {
        using var cluster = Sim.New();
        var counter = cluster.Grain<ICounter>("c");

        cluster.Fails<TimeoutException>(() => counter.AddAfter(TimeSpan.FromSeconds(40)));

        Assert.Equal(TimeSpan.FromSeconds(30), cluster.Time.Elapsed);
        Assert.Equal(1, cluster.Run(counter.Get));
        Assert.Equal(TimeSpan.FromSeconds(40), cluster.Time.Elapsed);
    }

    [Fact]
    public void A_call_that_timed_out_while_it_waited_does_not_run()
    {
        using var cluster = Sim.New();
        var counter = cluster.Grain<ICounter>("c");

        cluster.Run(async () =>
        {
            var slow = counter.AddAfter(TimeSpan.FromSeconds(40));
            var waiting = counter.AddSlowly();
            await Assert.ThrowsAsync<TimeoutException>(() => slow);
            await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        });

        Assert.Equal(1, cluster.Run(counter.Get));
    }

    [Fact]
    public void A_method_may_state_its_own_timeout()
    {
        using var cluster = Sim.New();

        cluster.Fails<TimeoutException>(cluster.Grain<ICounter>("c").Impatient);

        Assert.Equal(TimeSpan.FromSeconds(2), cluster.Time.Elapsed);
    }

    [Fact]
    public void A_one_way_call_ends_for_its_caller_before_it_runs()
    {
        using var cluster = Sim.New();
        var counter = cluster.Grain<ICounter>("c");

        cluster.Run(async () =>
        {
            var sent = counter.AddOneWay();
            Assert.True(sent.IsCompletedSuccessfully);
            await sent;
            Assert.Equal(1, await counter.Get());
        });
    }
}
