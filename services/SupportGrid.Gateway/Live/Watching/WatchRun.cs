using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>What a view knows of the stream it belongs to.</summary>
/// <param name="Wake">Set it, and the stream ticks.</param>
/// <param name="After">The position that the client resumes after; null: the stream begins with a snapshot.</param>
/// <param name="Cancelled">The client is gone.</param>
internal sealed record WatchRun(WakeSignal Wake, long? After, CancellationToken Cancelled);
