namespace SupportGrid.EventStore.Tests;

/// <summary>Waits for what must happen, and says what it was when it does not.</summary>
internal static class Eventually
{
    private const int StepsMax = 60;

    // Many short steps instead of one long wait: a machine that was paused uses up one of them, not all.
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);

    public static async Task<T> Within<T>(this Task<T> task, string awaited)
    {
        await Within((Task)task, awaited);
        return await task;
    }

    public static async Task Within(this Task task, string awaited)
    {
        for (var step = 0; step < StepsMax; step++)
        {
            if (await Task.WhenAny(task, Task.Delay(_step)) == task)
            {
                await task;
                return;
            }
        }

        Assert.Fail($"Waited {StepsMax} steps of {_step.TotalSeconds} s in vain for {awaited}.");
    }

    public static Task<T> Within<T>(this ValueTask<T> task, string awaited) => task.AsTask().Within(awaited);

    public static Task Within(this ValueTask task, string awaited) => task.AsTask().Within(awaited);
}
