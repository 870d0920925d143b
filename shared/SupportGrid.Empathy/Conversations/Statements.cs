namespace SupportGrid.Empathy.Conversations;

/// <summary>What makes a turn a statement of its own.</summary>
internal static class Statements
{
    /// <summary>Different letters without which a turn states nothing: placeholders and emoticons have fewer.</summary>
    private const int DifferentLettersMin = 6;

    public static bool IsOne(ReadOnlySpan<char> text)
    {
        Span<char> seen = stackalloc char[DifferentLettersMin];
        var count = 0;
        foreach (var unit in text)
        {
            if (char.IsLetter(unit) && !seen[..count].Contains(unit))
            {
                seen[count++] = unit;
                if (count == DifferentLettersMin)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Tells turns with different numbers apart, in whatever order they stand; 0: no number.</summary>
    public static ulong NumbersOf(ReadOnlySpan<char> text)
    {
        var sum = 0UL;
        var number = 0UL;
        foreach (var unit in text)
        {
            if (char.IsAsciiDigit(unit))
            {
                // FNV-1a over the digits of one number.
                number = ((number == 0 ? 14_695_981_039_346_656_037UL : number) ^ unit) * 1_099_511_628_211UL;
            }
            else
            {
                sum += number;
                number = 0;
            }
        }

        return sum + number;
    }
}
