namespace SupportGrid.EventSourcing;

/// <summary>Pauses of code that runs beside the calls of an actor.</summary>
public static class GrainPauses
{
    /// <summary>Ends after a while, on the actor's own scheduler; calls go on meanwhile.</summary>
    public static async Task PauseAsync(this Grain grain, TimeSpan pause)
    {
        var over = new TaskCompletionSource();
        using var timer = grain.RegisterGrainTimer(
            _ =>
            {
                over.TrySetResult();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(pause, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        await over.Task;
    }
}
