using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// The decision record as canonical UTF-8 JSON: one order of properties, one way to write a number, no white space.
/// Equal records give equal bytes on every machine and in every culture. Instants are UTC with ticks, durations are
/// seconds, and what is null is written as null.
/// </summary>
public static class DecisionCodec
{
    /// <summary>Version of the form, the only one that is read. Who raises it keeps a reader of the old one.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Encode(RoutingDecision decision)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            DecisionWriter.Write(json, decision);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same as text, as it stands in the event of the offer.</summary>
    public static string EncodeText(RoutingDecision decision) => Encoding.UTF8.GetString(Encode(decision));

    /// <exception cref="FormatException">The bytes are no decision record; the message says where.</exception>
    public static RoutingDecision Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return DecisionReader.Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or OverflowException or ArgumentException)
        {
            throw new FormatException($"Not a decision record: {e.Message}", e);
        }
    }

    /// <exception cref="FormatException">The text is no decision record; the message says where.</exception>
    public static RoutingDecision DecodeText(string text) => Decode(Encoding.UTF8.GetBytes(text));
}
