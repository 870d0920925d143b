using System.Runtime.CompilerServices;

namespace SupportGrid.Testing;

/// <summary>The only ways of waiting: for what must happen, with words for what did not come.</summary>
public static class Eventually
{
    private const int StepsMax = 60;

    // Many short steps instead of one long wait: a machine that was paused uses up one of them, not all.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>
    /// Waits for a task; fails with what was awaited, the expression itself unless it is said in words.
    /// </summary>
    public static async Task<T> Within<T>(
        this Task<T> task, [CallerArgumentExpression(nameof(task))] string? awaited = null)
    {
        await Within((Task)task, awaited);
        return await task;
    }

    /// <inheritdoc cref="Within{T}(Task{T}, string?)"/>
    public static Task Within(this Task task, [CallerArgumentExpression(nameof(task))] string? awaited = null) =>
        task.Within(() => awaited ?? "a task");

    /// <summary>As above, with words that are made when it has failed.</summary>
    public static async Task<T> Within<T>(this Task<T> task, Func<string> awaited)
    {
        await Within((Task)task, awaited);
        return await task;
    }

    /// <inheritdoc cref="Within{T}(Task{T}, Func{string})"/>
    public static async Task Within(this Task task, Func<string> awaited)
    {
        for (var step = 0; step < StepsMax; step++)
        {
            if (await Task.WhenAny(task, Task.Delay(Step)) == task)
            {
                await task;
                return;
            }
        }

        Fail(awaited());
    }

    public static Task<T> Within<T>(this ValueTask<T> task, string awaited) => task.AsTask().Within(awaited);

    public static Task Within(this ValueTask task, string awaited) => task.AsTask().Within(awaited);

    /// <summary>Looks again whenever other work has had its turn, until the condition holds.</summary>
    public static async Task Holds(Func<bool> condition, string awaited)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            FailIfOver(begin, awaited);
            await Task.Yield();
        }
    }

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static async Task Holds(Func<Task<bool>> condition, string awaited) =>
        await Of(async () => await condition() ? "" : null, awaited);

    /// <summary>Asks again and again until the answer is not null.</summary>
    /// <param name="actual">What is so instead, for the message.</param>
    public static async Task<T> Of<T>(Func<Task<T?>> ask, string awaited, Func<Task<string>>? actual = null)
        where T : class
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (IsOver(begin))
            {
                Fail(awaited + (actual is null ? "" : $"; instead: {await actual()}"));
            }

            await Task.Delay(Pause);
        }
    }

    private static void FailIfOver(long begin, string awaited)
    {
        if (IsOver(begin))
        {
            Fail(awaited);
        }
    }

    private static bool IsOver(long begin) => TimeProvider.System.GetElapsedTime(begin) > StepsMax * Step;

    private static void Fail(string awaited) =>
        Assert.Fail($"Waited {StepsMax * Step.TotalSeconds} s in vain for {awaited}.");
}
