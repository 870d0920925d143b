using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.Rules;

/// <summary>A rule that can be read and disputed: it says what it looks for and how often it was right.</summary>
/// <param name="Id">Stable; stands in cues and logs.</param>
/// <param name="Language">"en", "zh", or "any".</param>
/// <param name="Precision">Measured on the data that <paramref name="Against"/> names; 0 where nobody has measured
/// it.</param>
/// <param name="Against">The label that it was held against; empty where nobody has measured it.</param>
public sealed record CueRule(
    string Id, Speaker Speaker, string Language, RuleUse Use, double Precision, double Recall, string Against)
{
    internal Func<Regex>? Pattern { get; init; }

    /// <summary>Whether the text has a match.</summary>
    public bool Matches(ReadOnlySpan<char> text) => Next(text, 0, out _);

    /// <summary>Finds the first match that begins at or after a place.</summary>
    /// <param name="text">As it was written. Only the first <see cref="Text.FoldedText.UnitsMax"/> units are
    /// read.</param>
    /// <param name="from">In UTF-16 code units.</param>
    /// <param name="span">In UTF-16 code units of the text.</param>
    public bool Next(ReadOnlySpan<char> text, int from, out TextSpan span)
    {
        span = default;
        text = text.Length > Text.FoldedText.UnitsMax ? text[..Text.FoldedText.UnitsMax] : text;
        if (from >= text.Length)
        {
            return false;
        }

        if (Pattern is null)
        {
            return Profanity.Next(text, from, out span);
        }

        foreach (var match in Pattern().EnumerateMatches(text, from))
        {
            span = new TextSpan(match.Index, match.Length);
            return match.Length > 0;
        }

        return false;
    }
}
