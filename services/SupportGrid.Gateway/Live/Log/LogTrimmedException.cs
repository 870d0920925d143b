namespace SupportGrid.Gateway.Live.Log;

/// <summary>The log no longer holds what a reader has not seen yet.</summary>
public sealed class LogTrimmedException(long position, long oldest)
    : Exception($"The log was trimmed up to {oldest - 1}; the reader has seen up to {position}.");
