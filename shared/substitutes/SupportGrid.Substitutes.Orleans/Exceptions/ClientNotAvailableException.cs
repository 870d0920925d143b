namespace Orleans.Runtime;

/// <summary>The observer that a call was meant for is gone.</summary>
public sealed class ClientNotAvailableException : OrleansException
{
    /// <summary>With a message.</summary>
    public ClientNotAvailableException(string message)
        : base(message)
    {
    }
}
