using System.Globalization;

namespace SupportGrid.Empathy.Text;

/// <summary>
/// Parts a folded text into tokens: words (with an inner apostrophe), runs of exclamation and question marks, and every
/// other mark or emoji by itself. A surrogate pair is never parted; a lone surrogate is a mark.
/// </summary>
public static class Tokeniser
{
    /// <summary>Writes the tokens in order. The text may hold at most as many tokens as units.</summary>
    /// <param name="tokens">At least as long as the text.</param>
    /// <returns>How many tokens there are.</returns>
    public static int Split(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var length = LengthAt(text[at..]);
            tokens[count++] = new Token(at, length);
            at += length;
        }

        return count;
    }

    private static int LengthAt(ReadOnlySpan<char> rest)
    {
        var first = rest[0];
        if (first is '!' or '?')
        {
            var end = rest.IndexOfAnyExcept('!', '?');
            return end < 0 ? rest.Length : end;
        }

        var word = WordAt(rest);
        if (word == 0)
        {
            return MarkAt(rest);
        }

        // An apostrophe belongs to the word when a letter follows: don't, it's; not the quote that ends a word.
        if (word + 1 < rest.Length && rest[word] == '\'' && WordAt(rest[(word + 1)..]) is > 0 and var tail)
        {
            return word + 1 + tail;
        }

        return word;
    }

    private static int WordAt(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length)
        {
            var c = rest[at];
            if (c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : !char.IsSurrogate(c) && IsWord(char.GetUnicodeCategory(c)))
            {
                at++;
            }
            else if (char.IsHighSurrogate(c) && at + 1 < rest.Length && char.IsLowSurrogate(rest[at + 1])
                && IsWord(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, rest[at + 1]))))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int MarkAt(ReadOnlySpan<char> rest) =>
        char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2 : 1;

    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
