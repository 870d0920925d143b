using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>
/// Shows received payloads to deserialisers. Deserialising never waits, so each thread has one context for all calls.
/// </summary>
internal sealed class PayloadDeserializationContext : DeserializationContext
{
    [ThreadStatic]
    private static PayloadDeserializationContext? _idle;

    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    /// <summary>Deserialises a payload; the payload is not touched afterwards.</summary>
    public static T Read<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
    {
        var context = _idle ?? new PayloadDeserializationContext();
        _idle = null;
        context._payload = payload;
        try
        {
            return marshaller.ContextualDeserializer(context);
        }
        finally
        {
            context._payload = default;
            _idle = context;
        }
    }
}
