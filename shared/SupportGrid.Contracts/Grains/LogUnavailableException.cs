namespace SupportGrid.Contracts.Grains;

/// <summary>
/// An actor could not reach the log: nothing was acknowledged, and whether anything happened is not known.
/// </summary>
/// <remarks>The store's own exception stays in the silo: between processes only marked types travel.</remarks>
[GenerateSerializer, Alias("sg.LogUnavailableException")]
public sealed class LogUnavailableException(string message, bool isRetryable) : Exception(message)
{
    /// <summary>Whether the same request may succeed later without anybody repairing data.</summary>
    [Id(0)]
    public bool IsRetryable { get; private set; } = isRetryable;
}
