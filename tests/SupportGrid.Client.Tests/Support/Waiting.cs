namespace SupportGrid.Client.Tests.Support;

/// <summary>Waits for timers of a clock that stands still.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Waits until a timer is due within a span, moves the clock to it, and returns how far that was.
    /// </summary>
    public static async Task<TimeSpan> PassPauseAsync(this ManualTime time, TimeSpan most, Task beside)
    {
        var pause = await time.DueAsync(due => due <= most, $"a pause of at most {most}", beside);
        time.Advance(pause);
        return pause;
    }

    /// <summary>Waits until the next timer is due no sooner than that.</summary>
    public static Task UntilDueAfterAsync(this ManualTime time, TimeSpan least, Task beside) =>
        time.DueAsync(due => due >= least, $"a timer of at least {least}", beside);

    private static async Task<TimeSpan> DueAsync(
        this ManualTime time, Func<TimeSpan, bool> isIt, string awaited, Task beside)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (time.NextDue - time.GetUtcNow() is { } due && isIt(due))
            {
                return due;
            }

            Assert.False(beside.IsCompleted, $"Ended instead of waiting for {awaited}: {beside.Exception?.InnerException}");
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < Patience, $"Waited in vain for {awaited}.");
            await Task.Yield();
        }
    }
}
