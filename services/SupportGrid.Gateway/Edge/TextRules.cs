using System.Globalization;
using System.Text;

namespace SupportGrid.Gateway.Edge;

/// <summary>Which characters texts of callers may have: none that shows one thing and is another.</summary>
internal static class TextRules
{
    /// <summary>What stands where bytes were no UTF-8: two different texts may have become one.</summary>
    private const char Unreadable = '\uFFFD';

    /// <summary>
    /// Letters and marks by name that nobody sees: fillers, the empty braille cell, the joiner of marks.
    /// </summary>
    private const string Invisible = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

    /// <summary>Whether nothing of it is to be seen: blanks, controls, and characters without width.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsUnseen(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it has only what a message has: of the control characters, tabs and ends of lines.</summary>
    public static bool IsMessage(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether it is one line that reads in the order in which it is written: no control characters, no ends of lines,
    /// nothing that turns the direction of what follows.
    /// </summary>
    public static bool IsLine(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it is the text that the caller sent, and no other could have become the same.</summary>
    public static bool IsExact(string text) => !text.Contains(Unreadable);

    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || (rune.IsBmp && Invisible.Contains((char)rune.Value));
}
