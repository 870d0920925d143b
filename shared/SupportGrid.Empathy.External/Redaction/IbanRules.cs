namespace SupportGrid.Empathy.External.Redaction;

/// <summary>Bank accounts in their international form, in groups or not, in capitals or not.</summary>
internal static class IbanRules
{
    public static void Find(Finds finds)
    {
        var text = finds.Text;
        for (var i = 0; i + CheckDigits.IbanCharactersMin <= text.Length; i++)
        {
            var begins = (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]))
                && char.IsAsciiLetter(text[i])
                && char.IsAsciiLetter(text[i + 1])
                && char.IsAsciiDigit(text[i + 2]);
            if (begins && LongestAt(text, i) is { } end)
            {
                finds.Add(i, end - i, PersonalDataKind.Iban);
                i = end;
            }
        }
    }

    /// <summary>Where the longest account that begins here ends; null if none does.</summary>
    private static int? LongestAt(string text, int start)
    {
        Span<char> characters = stackalloc char[CheckDigits.IbanCharactersMax];
        var length = 0;
        int? end = null;
        for (var i = start; i < text.Length && length < characters.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                characters[length++] = char.ToUpperInvariant(text[i]);
                var stops = i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
                if (stops && CheckDigits.IsIban(characters[..length]))
                {
                    end = i + 1;
                }
            }
            else if (text[i] is not (' ' or '-' or '.') || !char.IsAsciiLetterOrDigit(text[i - 1]))
            {
                break;
            }
        }

        return end;
    }
}
