namespace Orleans.Storage;

/// <summary>A grain names a storage that is not configured.</summary>
public sealed class BadProviderConfigException : OrleansException
{
    /// <summary>With a message.</summary>
    public BadProviderConfigException(string msg)
        : base(msg)
    {
    }
}
