namespace SupportGrid.Gateway.Live.Watching;

/// <summary>Tells the end of a call by its client from a failure of ours.</summary>
internal static class ClientGone
{
    /// <summary>
    /// Whether an error only says that the client is gone: a wait that was cancelled, or a write into a call that has
    /// ended. Then nobody is left to tell.
    /// </summary>
    public static bool Explains(Exception error, CancellationToken cancelled) =>
        cancelled.IsCancellationRequested
        && (error is OperationCanceledException or IOException or InvalidOperationException);
}
