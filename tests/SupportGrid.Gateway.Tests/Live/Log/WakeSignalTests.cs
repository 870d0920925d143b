using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Tests.Live.Floor;

namespace SupportGrid.Gateway.Tests.Live.Log;

public sealed class WakeSignalTests
{
    [Fact]
    public async Task WaitAsync_SetBefore_ReturnsAtOnceAndOnlyOnce()
    {
        var signal = new WakeSignal();
        signal.Set();
        signal.Set();

        Assert.True(signal.WaitAsync().AsTask().IsCompleted);
        var second = signal.WaitAsync().AsTask();
        Assert.False(second.IsCompleted);
        signal.Set();
        await second.Within("the second wait");
    }

    [Fact]
    public async Task Set_FromManyThreads_NoWakeIsLost()
    {
        var signal = new WakeSignal();
        var produced = 0;
        var producers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                Interlocked.Increment(ref produced);
                signal.Set();
            }
        }));
        var consumer = Task.Run(async () =>
        {
            while (Volatile.Read(ref produced) < 80_000)
            {
                await signal.WaitAsync();
            }
        });

        await Task.WhenAll(producers.Append(consumer)).Within("80,000 signals");
    }
}
