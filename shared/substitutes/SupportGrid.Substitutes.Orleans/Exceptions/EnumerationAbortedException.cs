namespace Orleans.Runtime;

/// <summary>An async enumeration ended because its grain was deactivated or its enumerator expired.</summary>
public sealed class EnumerationAbortedException : Exception
{
    /// <summary>With a message.</summary>
    public EnumerationAbortedException(string message)
        : base(message)
    {
    }
}
