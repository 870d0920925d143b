namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class EscapeTests
{
    [Theory]
    [InlineData(nameof(IEscapist.RunOnPool))]
    [InlineData(nameof(IEscapist.ConfigureAwaitFalse))]
    [InlineData(nameof(IEscapist.StartThread))]
    public void Work_that_leaves_the_scheduler_is_reported(string way)
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IEscapist>("e");

        cluster.Fails<EscapedWorkException>(() => way switch
        {
            nameof(IEscapist.RunOnPool) => grain.RunOnPool(),
            nameof(IEscapist.ConfigureAwaitFalse) => grain.ConfigureAwaitFalse(),
            _ => grain.StartThread(),
        });
    }

    [Fact]
    public void What_stays_on_the_scheduler_is_not_reported()
    {
        using var cluster = Sim.New();

        cluster.Run(cluster.Grain<IEscapist>("e").Stay);
    }
}

public interface IEscapist : IGrainWithStringKey
{
    Task RunOnPool();

    Task ConfigureAwaitFalse();

    Task StartThread();

    Task Stay();
}

public sealed class EscapistGrain(TimeProvider time) : Grain, IEscapist
{
    public Task RunOnPool() => Task.Run(() => 1);

    public async Task ConfigureAwaitFalse()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(1), time);
    }

    public async Task StartThread()
    {
        var done = new TaskCompletionSource();
        var thread = new Thread(done.SetResult);
        thread.Start();
        thread.Join();
        var again = new TaskCompletionSource();
        var returning = new Thread(again.SetResult);
        var awaiting = Wait(again.Task);
        returning.Start();
        returning.Join();
        await awaiting;
    }

    public async Task Stay()
    {
        await Task.Yield();
        await Task.WhenAll(Task.Delay(TimeSpan.FromSeconds(1), time), Task.Delay(TimeSpan.FromSeconds(2), time));
        await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), time), new TaskCompletionSource().Task);
        await Task.Delay(TimeSpan.FromSeconds(1), time).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        using var gate = new SemaphoreSlim(0);
        var waiting = gate.WaitAsync();
        gate.Release();
        await waiting;
        var channel = System.Threading.Channels.Channel.CreateUnbounded<int>();
        var reading = channel.Reader.ReadAsync();
        await channel.Writer.WriteAsync(1);
        await reading;
    }

    private static async Task Wait(Task task) => await task;
}
