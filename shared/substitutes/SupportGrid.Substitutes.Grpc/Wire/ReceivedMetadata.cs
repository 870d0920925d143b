using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Turns received headers into metadata.</summary>
internal static class ReceivedMetadata
{
    /// <summary>
    /// Adds one header value. A "-bin" value may hold several, joined by commas; what is no base64 is left out.
    /// </summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(Metadata.Entry.Received(name, value));
            return;
        }

        foreach (var part in value.AsSpan().Split(','))
        {
            if (BinaryHeader.TryDecode(value.AsSpan(part)) is { } bytes)
            {
                metadata.Add(Metadata.Entry.Received(name, bytes));
            }
        }
    }

    /// <summary>The wire form of an entry's value.</summary>
    public static string WireValue(Metadata.Entry entry) =>
        entry.IsBinary ? BinaryHeader.Encode(entry.RawBytes) : entry.Value;
}
