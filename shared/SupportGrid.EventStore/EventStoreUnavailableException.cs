namespace SupportGrid.EventStore;

/// <summary>
/// The storage could not carry out a write. Nothing was acknowledged, and whatever was acknowledged before is intact;
/// reads go on.
/// </summary>
public sealed class EventStoreUnavailableException : Exception
{
    public EventStoreUnavailableException(string message, bool isRetryable, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = isRetryable;

    /// <summary>
    /// Whether the same write may succeed later without anybody repairing data: a full disk, a stall.
    /// </summary>
    public bool IsRetryable { get; }
}
