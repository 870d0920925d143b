using System.Buffers;
using System.Text;

namespace Grpc.Wire;

/// <summary>
/// The encoding of the grpc-message header: printable ASCII as it is, everything else as %XX of its UTF-8.
/// </summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters());

    /// <summary>The text, fit for a header.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", null));
            }
        }

        return encoded.ToString();
    }

    /// <summary>
    /// The text behind a header. What is not well encoded is kept as it came: a status must not get lost.
    /// </summary>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%', StringComparison.Ordinal))
        {
            return encoded;
        }

        var octets = new ArrayBufferWriter<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '%' && i + 2 < encoded.Length
                && byte.TryParse(encoded.AsSpan(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var octet))
            {
                octets.Write([octet]);
                i += 2;
            }
            else
            {
                octets.Write([(byte)c]);
            }
        }

        return Encoding.UTF8.GetString(octets.WrittenSpan);
    }

    private static string PlainCharacters() =>
        new([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code).Where(c => c != '%')]);
}
