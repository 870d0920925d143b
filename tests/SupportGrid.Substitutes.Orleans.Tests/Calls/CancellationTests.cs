using Orleans.Configuration;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class CancellationTests
{
    [Fact]
    public void The_caller_goes_on_when_it_cancels_and_the_grain_hears_of_it_in_a_turn_of_its_own()
    {
        using var cluster = Sim.New();
        var waiter = cluster.Grain<IWaiter>("w");

        cluster.Run(async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), cluster.Time);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter.WaitFor(1, source.Token));
        });

        Assert.Equal(TimeSpan.FromMilliseconds(200), cluster.Time.Elapsed);
        Assert.Equal(["cancelled in turn"], cluster.Run(waiter.Log));
    }

    [Fact]
    public void A_call_cancelled_while_it_waits_for_its_start_never_starts()
    {
        using var cluster = Sim.New();
        var waiter = cluster.Grain<IWaiter>("w");

        cluster.Run(async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), cluster.Time);
            var busy = waiter.Busy(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter.WaitFor(1, source.Token));
            await busy;
        });

        Assert.Empty(cluster.Run(waiter.Log));
    }

    [Fact]
    public void A_call_with_a_token_that_is_cancelled_already_is_not_sent()
    {
        using var cluster = Sim.New();
        var waiter = cluster.Grain<IWaiter>("w");

        cluster.Fails<OperationCanceledException>(() => waiter.WaitFor(1, new CancellationToken(canceled: true)));

        Assert.Empty(cluster.Run(waiter.Log));
    }

    [Fact]
    public void A_call_that_times_out_cancels_the_token_that_the_grain_holds_if_that_is_configured()
    {
        using var cluster = Sim.New(silo => silo.Configure<SiloMessagingOptions>(
            options => options.CancelRequestOnTimeout = true));
        var waiter = cluster.Grain<IWaiter>("w");
        using var source = new CancellationTokenSource();

        cluster.Fails<TimeoutException>(() => waiter.WaitFor(1, source.Token));

        Assert.Equal(["cancelled in turn"], cluster.Run(waiter.Log));
    }

    [Fact]
    public void A_call_that_times_out_goes_on_otherwise()
    {
        using var cluster = Sim.New();
        var waiter = cluster.Grain<IWaiter>("w");
        using var source = new CancellationTokenSource();

        cluster.Fails<TimeoutException>(() => waiter.WaitFor(1, source.Token));

        cluster.RunFor(TimeSpan.FromHours(1));
        Assert.Empty(cluster.Run(waiter.Log));
    }

    [Fact]
    public void A_call_that_ends_well_ignores_later_cancellation()
    {
        using var cluster = Sim.New();
        var waiter = cluster.Grain<IWaiter>("w");
        using var source = new CancellationTokenSource();

        Assert.Equal(7, cluster.Run(() => waiter.Answer(7, source.Token)));
        source.Cancel();
    }
}

public interface IWaiter : IGrainWithStringKey
{
    Task WaitFor(int number, CancellationToken cancellationToken);

    Task<int> Answer(int number, CancellationToken cancellationToken);

    Task Busy(TimeSpan wait);

    Task<List<string>> Log();
}

public sealed class WaiterGrain(TimeProvider time) : Grain, IWaiter
{
    private readonly List<string> _log = [];

    public async Task WaitFor(int number, CancellationToken cancellationToken)
    {
        var scheduler = TaskScheduler.Current;
        using var registration = cancellationToken.Register(
            () => _log.Add(TaskScheduler.Current == scheduler ? "cancelled in turn" : "cancelled elsewhere"));
        await Task.Delay(TimeSpan.FromHours(1), time, cancellationToken);
    }

    public Task<int> Answer(int number, CancellationToken cancellationToken) => Task.FromResult(number);

    public Task Busy(TimeSpan wait) => Task.Delay(wait, time);

    public Task<List<string>> Log() => Task.FromResult(_log);
}
