using System.Security.Cryptography;
using System.Text;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Ids that follow from a request, so that the same request names the same thing however often it is sent.
/// </summary>
public static class DerivedIds
{
    /// <summary>Characters after the prefix: 130 bits, so that nobody meets another's by chance or by trying.</summary>
    private const int Length = 26;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The interaction that a caller's request opens.</summary>
    public static string Interaction(string tenant, string subject, string requestId) =>
        $"i-{Hash(tenant, subject, requestId)}";

    /// <summary>The message that a caller's request says.</summary>
    public static string Message(string interaction, string subject, string requestId) =>
        $"m-{Hash(interaction, subject, requestId)}";

    /// <summary>Parts are joined by a character that ids cannot have, and only the last is free text.</summary>
    private static string Hash(string first, string second, string last)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{first}\n{second}\n{last}"));
        return string.Create(Length, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[FiveBits(bytes, i * 5)];
            }
        });
    }

    private static int FiveBits(byte[] bytes, int bit)
    {
        var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
        return (pair >> (11 - (bit % 8))) & 31;
    }
}
