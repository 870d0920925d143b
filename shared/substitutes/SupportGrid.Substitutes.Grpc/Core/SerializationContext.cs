using System.Buffers;

namespace Grpc.Core;

/// <summary>
/// Takes one serialised message: either <see cref="Complete(byte[])"/>, or length, buffer, <see cref="Complete()"/>.
/// </summary>
public abstract class SerializationContext
{
    /// <summary>For implementers.</summary>
    protected SerializationContext()
    {
    }

    /// <summary>Ends the message with its whole payload.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>The buffer to write the payload into.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the exact payload length in bytes before the buffer is taken, which saves a copy.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends the message written into the buffer.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
