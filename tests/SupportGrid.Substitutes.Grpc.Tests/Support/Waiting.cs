using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>Waits with a limit that names what was awaited.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<T> Within<T>(this Task<T> task, [CallerArgumentExpression(nameof(task))] string? what = null)
    {
        await ((Task)task).Within(what);
        return await task;
    }

    public static async Task Within(this Task task, [CallerArgumentExpression(nameof(task))] string? what = null)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds} s for: {what}");
        }
    }
}
