namespace SupportGrid.EventStore.Tests;

/// <summary>Waits for what must happen, and says what it was when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task<T> Within<T>(this Task<T> task, string awaited)
    {
        await Within((Task)task, awaited);
        return await task;
    }

    public static async Task Within(this Task task, string awaited)
    {
        try
        {
            await task.WaitAsync(_patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"Waited {_patience.TotalSeconds} s in vain for {awaited}.");
        }
    }

    public static Task<T> Within<T>(this ValueTask<T> task, string awaited) => task.AsTask().Within(awaited);

    public static Task Within(this ValueTask task, string awaited) => task.AsTask().Within(awaited);
}
