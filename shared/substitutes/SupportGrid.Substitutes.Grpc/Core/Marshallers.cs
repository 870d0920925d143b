using System.Text;

namespace Grpc.Core;

/// <summary>Creates marshallers.</summary>
public static class Marshallers
{
    /// <summary>Text as UTF-8, for tests and tools.</summary>
    public static Marshaller<string> StringMarshaller { get; } =
        new(static text => Encoding.UTF8.GetBytes(text), static payload => Encoding.UTF8.GetString(payload));

    /// <summary>A marshaller that works on arrays.</summary>
    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) =>
        new(serializer, deserializer);

    /// <summary>A marshaller that works on the buffers of the transport.</summary>
    public static Marshaller<T> Create<T>(
        Action<T, SerializationContext> serializer,
        Func<DeserializationContext, T> deserializer) => new(serializer, deserializer);
}
