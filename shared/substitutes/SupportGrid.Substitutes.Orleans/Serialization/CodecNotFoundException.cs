using Orleans.Runtime;

namespace Orleans.Serialization;

/// <summary>A type that crosses a grain interface has no serializer.</summary>
public sealed class CodecNotFoundException : OrleansException
{
    /// <summary>With a message that names the type.</summary>
    public CodecNotFoundException(string message)
        : base(message)
    {
    }
}
