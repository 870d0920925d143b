namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// The published checks of numbers. Inputs are plain: digits, and capital letters where a form has them.
/// </summary>
internal static class CheckDigits
{
    public const int CardDigitsMin = 13;
    public const int CardDigitsMax = 19;
    public const int IbanCharactersMin = 15;
    public const int IbanCharactersMax = 34;
    public const int ChineseIdCharacters = 18;

    private const string ChineseIdChecks = "10X98765432";

    /// <summary>Payment cards (ISO/IEC 7812-1): doubled every second digit from the right, the sum ends in 0.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < CardDigitsMin or > CardDigitsMax || digits.IndexOfAnyExcept('0') < 0)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// Bank accounts (ISO 13616): the first four characters moved to the end, letters as 10 to 35, modulo 97 is 1.
    /// </summary>
    public static bool IsIban(ReadOnlySpan<char> characters)
    {
        if (characters.Length is < IbanCharactersMin or > IbanCharactersMax
            || !char.IsAsciiLetterUpper(characters[0]) || !char.IsAsciiLetterUpper(characters[1])
            || !char.IsAsciiDigit(characters[2]) || !char.IsAsciiDigit(characters[3]))
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[(i + 4) % characters.Length];
            rest = char.IsAsciiDigit(c)
                ? ((rest * 10) + (c - '0')) % 97
                : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest == 1;
    }

    /// <summary>Identity cards of China (GB 11643): 17 weighted digits and a check digit, which may be X.</summary>
    public static bool IsChineseId(ReadOnlySpan<char> characters)
    {
        if (characters.Length != ChineseIdCharacters)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < ChineseIdCharacters - 1; i++)
        {
            if (!char.IsAsciiDigit(characters[i]))
            {
                return false;
            }

            // The weights are the powers of two modulo 11, from the right.
            sum += (characters[i] - '0') * ((1 << (ChineseIdCharacters - 1 - i)) % 11);
        }

        return ChineseIdChecks[sum % 11] == char.ToUpperInvariant(characters[^1]);
    }
}
