using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Shows one received payload after another to deserialisers. Reused within a call.</summary>
internal sealed class PayloadDeserializationContext : DeserializationContext
{
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>Deserialises a payload; the payload is not touched afterwards.</summary>
    public T Read<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
    {
        _payload = payload;
        var message = marshaller.ContextualDeserializer(this);
        _payload = default;
        return message;
    }
}
