namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>Waits for what must happen, and says what it was when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task<T> Within<T>(this Task<T> task, string awaited)
    {
        await Within((Task)task, awaited);
        return await task;
    }

    public static async Task Within(this Task task, string awaited) =>
        await task.Within(() => awaited);

    public static async Task Within(this Task task, Func<string> awaited)
    {
        try
        {
            await task.WaitAsync(_patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"Waited {_patience.TotalSeconds} s in vain for {awaited()}.");
        }
    }

    /// <summary>Looks again whenever other work has had its turn, until the condition holds.</summary>
    public static async Task Holds(Func<bool> condition, string awaited)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > _patience)
            {
                Assert.Fail($"Waited {_patience.TotalSeconds} s in vain for {awaited}.");
            }

            await Task.Yield();
        }
    }
}
