using System.Globalization;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// A text as rules see it: wide and other digits, letters, blanks and dashes as their plain forms, and without
/// characters that nobody sees. Nobody's number is safe because it was typed in another form of the digits.
/// </summary>
internal sealed class FoldedCopy
{
    private readonly int[] _origins;

    private FoldedCopy(string text, int[] origins)
    {
        Text = text;
        _origins = origins;
    }

    public string Text { get; }

    public static FoldedCopy Of(string text)
    {
        var folded = new char[text.Length];
        var origins = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnseen(text[i]))
            {
                continue;
            }

            folded[length] = Fold(text[i]);
            origins[length] = i;
            length++;
        }

        return new FoldedCopy(new string(folded, 0, length), origins);
    }

    /// <summary>Where a piece of the folded text begins and ends in the text as it was written.</summary>
    public (int Start, int End) Origin(int start, int length) => (_origins[start], _origins[start + length - 1] + 1);

    /// <summary>Soft hyphens, joiners and marks of direction.</summary>
    private static bool IsUnseen(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static char Fold(char c) => c switch
    {
        < '\u0080' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE63' => '-',
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u3002' or '\uFF61' => '.',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0 => (char)('0' + digit),
        _ => c,
    };
}
