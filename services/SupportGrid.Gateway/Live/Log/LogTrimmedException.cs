namespace SupportGrid.Gateway.Live.Log;

/// <summary>The log does not hold what a reader has not seen yet, or holds more of it than a stream may read.</summary>
public sealed class LogTrimmedException(long position, long oldest)
    : Exception($"The reader has seen up to {position}; it can go on from {oldest} only.");
