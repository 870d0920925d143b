namespace Orleans.Runtime;

/// <summary>A call was refused before it ran, for example because the process stops. It may be tried again.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    /// <summary>With a message.</summary>
    public OrleansMessageRejectionException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public OrleansMessageRejectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
