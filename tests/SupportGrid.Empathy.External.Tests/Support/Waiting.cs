namespace SupportGrid.Empathy.External.Tests.Support;

/// <summary>Waits for what must happen, and says what it was when it does not.</summary>
internal static class Waiting
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task<T> Within<T>(this Task<T> task, string awaited)
    {
        try
        {
            return await task.WaitAsync(_patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new InvalidOperationException($"Waited {_patience.TotalSeconds} s in vain for {awaited}.");
        }
    }

    public static async Task Within(this Task task, string awaited)
    {
        try
        {
            await task.WaitAsync(_patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new InvalidOperationException($"Waited {_patience.TotalSeconds} s in vain for {awaited}.");
        }
    }
}
