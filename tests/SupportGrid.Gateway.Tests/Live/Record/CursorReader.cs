using System.Buffers.Text;

namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>Reads positions out of cursors by their published layout, without the product's code.</summary>
internal static class CursorReader
{
    private const int Prefix = 18;
    private const int Signature = 16;

    public static long PositionOf(string cursor)
    {
        var bytes = Base64Url.DecodeFromChars(cursor);
        long position = 0;
        for (var i = Prefix; i < bytes.Length - Signature; i++)
        {
            position |= (long)(bytes[i] & 0x7F) << (7 * (i - Prefix));
            if (bytes[i] < 0x80)
            {
                // What may follow is a mark.
                break;
            }
        }

        return position;
    }
}
