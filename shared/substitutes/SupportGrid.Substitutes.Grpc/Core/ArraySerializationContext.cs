using System.Buffers;

namespace Grpc.Core;

/// <summary>Collects a message as an array, for callers of <see cref="Marshaller{T}.Serializer"/>.</summary>
internal sealed class ArraySerializationContext : SerializationContext
{
    private ArrayBufferWriter<byte>? _buffer;
    private byte[]? _payload;

    public static byte[] Run<T>(Action<T, SerializationContext> serializer, T message)
    {
        var context = new ArraySerializationContext();
        serializer(message, context);
        return context._payload ?? throw new InvalidOperationException("The serializer did not complete the message.");
    }

    public override void Complete(byte[] payload) => _payload = payload;

    public override IBufferWriter<byte> GetBufferWriter() => _buffer ??= new ArrayBufferWriter<byte>();

    public override void Complete() => _payload = _buffer?.WrittenSpan.ToArray() ?? [];
}
