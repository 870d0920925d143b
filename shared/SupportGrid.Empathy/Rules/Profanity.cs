using System.Collections.Frozen;

namespace SupportGrid.Empathy.Rules;

/// <summary>
/// Words that are profane wherever they stand. They tell abuse, not anger: half of the swearing is not angry.
/// </summary>
internal static class Profanity
{
    private const int WordUnitsMax = 64;

    private static readonly FrozenSet<string> Words = Read();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LookUp =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Next(ReadOnlySpan<char> text, int from, out TextSpan span)
    {
        Span<char> lower = stackalloc char[WordUnitsMax];
        var at = from;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end - at <= WordUnitsMax)
            {
                text[at..end].ToLowerInvariant(lower);
                if (LookUp.Contains(lower[..(end - at)]))
                {
                    span = new TextSpan(at, end - at);
                    return true;
                }
            }

            at = end;
        }

        span = default;
        return false;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(Profanity).Assembly.GetManifestResourceStream("Rules.profanity.txt")
            ?? throw new InvalidOperationException("The list of profane words is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
