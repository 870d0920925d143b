using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportGrid.Replay.Playing;

/// <summary>Draws the customers who go away instead of waiting.</summary>
public static class Leavers
{
    /// <summary>Whether the customer of a conversation is one of them.</summary>
    /// <remarks>
    /// Drawn from the conversation alone, not from an order of play: a run that goes on after a break, and one with
    /// more conversations, draws the same.
    /// </remarks>
    /// <param name="share">0: nobody; 1: everybody.</param>
    public static bool Has(string conversation, double share, int seed)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{conversation}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) < share * (1L << 32);
    }
}
