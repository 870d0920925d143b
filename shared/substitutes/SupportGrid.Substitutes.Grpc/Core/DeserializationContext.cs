using System.Buffers;

namespace Grpc.Core;

/// <summary>One received message. Valid only while the deserialiser runs.</summary>
public abstract class DeserializationContext
{
    /// <summary>For implementers.</summary>
    protected DeserializationContext()
    {
    }

    /// <summary>The length in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy that belongs to the caller.</summary>
    public virtual byte[] PayloadAsNewBuffer() => PayloadAsReadOnlySequence().ToArray();

    /// <summary>The transport's own buffer; do not keep it.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
