namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>Waits until a condition holds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again; fails with the name of what was awaited.</summary>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(Pause);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            while (!await condition())
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds} s for: {what}");
        }
    }

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}})"/>
    public static Task HoldsAsync(string what, Func<bool> condition) =>
        HoldsAsync(what, () => Task.FromResult(condition()));
}
