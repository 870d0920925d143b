using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportGrid.Contracts.Events;

/// <summary>
/// Writes bodies through one buffer per thread, so that the only memory a body costs is its own bytes.
/// </summary>
internal static class JsonBody
{
    /// <summary>A buffer that one large body has grown beyond this is not kept.</summary>
    private const int KeptBytesMax = 256 * 1024;

    [ThreadStatic]
    private static Scratch? t_scratch;

    public static ReadOnlyMemory<byte> Write(object value, JsonTypeInfo type)
    {
        // Taken out while in use: a converter that came back here would otherwise write over the outer body.
        var scratch = t_scratch ?? new Scratch();
        t_scratch = null;

        scratch.Writer.Reset(scratch.Buffer);
        JsonSerializer.Serialize(scratch.Writer, value, type);
        scratch.Writer.Flush();
        var body = scratch.Buffer.WrittenSpan.ToArray();

        if (scratch.Buffer.Capacity <= KeptBytesMax)
        {
            scratch.Buffer.ResetWrittenCount();
            t_scratch = scratch;
        }

        return body;
    }

    private sealed class Scratch
    {
        public ArrayBufferWriter<byte> Buffer { get; } = new(1024);

        // Bodies are never put into HTML: letters of every language stay readable.
        public Utf8JsonWriter Writer { get; } = new(
            Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
