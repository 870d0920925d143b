using System.Text;

namespace SupportGrid.Gateway.Edge;

/// <summary>Cuts texts that others wrote before they travel back in an answer.</summary>
internal static class ShortText
{
    private const string Left = "…";

    private static readonly int LeftBytes = Encoding.UTF8.GetByteCount(Left);

    /// <summary>
    /// The text in at most so many bytes of UTF-8; one that was cut ends with "…", never in half a letter.
    /// </summary>
    public static string Cut(string text, int bytesMax)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytesMax)
        {
            return text;
        }

        var (bytes, length) = (LeftBytes, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > bytesMax)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, length), Left);
    }
}
