namespace SupportGrid.Silo.Tests.Hosting;

/// <summary>The only way of waiting: for a condition, with words for what did not come.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is not null.</summary>
    public static async Task<T> Of<T>(Func<Task<T?>> ask, string awaited, Func<Task<string>>? actual = null)
        where T : class
    {
        using var over = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (over.IsCancellationRequested)
            {
                Assert.Fail($"Waited {Patience.TotalSeconds} s in vain for {awaited}."
                    + (actual is null ? "" : $" Instead: {await actual()}"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }
    }
}
