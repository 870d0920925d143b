namespace SupportGrid.Silo.Routing;

/// <summary>
/// Runs work on the caller's scheduler, a bounded number at a time. For actors: nothing leaves their scheduler.
/// </summary>
internal static class Bounded
{
    public static async Task ForEachAsync<T>(IReadOnlyList<T> items, int atOnceMax, Func<T, Task> work)
    {
        var next = 0;
        var runners = new Task[Math.Min(atOnceMax, items.Count)];
        for (var i = 0; i < runners.Length; i++)
        {
            runners[i] = RunAsync();
        }

        await Task.WhenAll(runners);

        async Task RunAsync()
        {
            while (next < items.Count)
            {
                await work(items[next++]);
            }
        }
    }
}
