namespace Orleans.Storage;

/// <summary>Stored state changed since it was read. Leaving a grain method, it ends the activation.</summary>
public sealed class InconsistentStateException : OrleansException
{
    /// <summary>Without details.</summary>
    public InconsistentStateException()
        : base("Stored state changed since it was read.")
    {
    }

    /// <summary>With a message.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With both tags.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, null)
    {
    }

    /// <summary>With both tags and a cause.</summary>
    public InconsistentStateException(
        string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(
            $"{errorMsg} Stored etag: {storedEtag ?? "none"}, expected etag: {currentEtag ?? "none"}.",
            storageException)
    {
        StoredEtag = storedEtag ?? string.Empty;
        CurrentEtag = currentEtag ?? string.Empty;
    }

    /// <summary>The tag in the store.</summary>
    public string StoredEtag { get; } = string.Empty;

    /// <summary>The tag that the grain holds.</summary>
    public string CurrentEtag { get; } = string.Empty;

    /// <summary>Whether it has not left the grain yet whose state is stale.</summary>
    internal bool IsNew { get; set; } = true;
}
