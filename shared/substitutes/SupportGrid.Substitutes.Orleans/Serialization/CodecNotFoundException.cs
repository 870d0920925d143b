namespace Orleans.Serialization;

/// <summary>A type that crosses a grain interface has no serializer.</summary>
public sealed class CodecNotFoundException : Exception
{
    /// <summary>With a message that names the type.</summary>
    public CodecNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>With a message that names the type, and what was to travel.</summary>
    public CodecNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
