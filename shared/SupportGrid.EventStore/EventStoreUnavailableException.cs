namespace SupportGrid.EventStore;

/// <summary>
/// The storage could not carry out a write or a read. Nothing was acknowledged, and whatever was acknowledged before is
/// intact. When writes fail reads mostly go on: a full disk can still be read.
/// </summary>
public sealed class EventStoreUnavailableException : Exception
{
    public EventStoreUnavailableException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = isRetryable;

    /// <summary>
    /// Whether the same call may succeed later without anybody repairing data: a full disk, a stall.
    /// </summary>
    public bool IsRetryable { get; }

    /// <summary>Whether it was a read that failed, so that nothing was to be stored.</summary>
    public bool IsRead { get; init; }
}
