using System.Security.Cryptography;
using System.Text;
using SupportGrid.Contracts.Grains;

namespace SupportGrid.EventSourcing;

/// <summary>
/// How a stream is named where operators read it: in logs and in messages of exceptions. A customer's id is often an
/// address or a number by which the person is known, so it is replaced by a short hash: lines about one customer can be
/// told from lines about another, and whoever has the id can find its lines.
/// </summary>
internal static class StreamLabel
{
    private const int HashBytes = 4;

    public static string Of(string stream)
    {
        var (category, id) = Streams.Parse(stream);
        return category == Streams.CustomerCategory
            ? $"{category}/#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, HashBytes))}"
            : stream;
    }
}
