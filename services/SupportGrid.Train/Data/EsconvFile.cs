using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>
/// Beginnings of dialogues, one a line, parted by EOS, each ending in a turn of the supporter with its strategy in
/// brackets. Only that last turn is labelled here; the seeker's turn before it is its context.
/// </summary>
public static partial class EsconvFile
{
    private static readonly ImmutableArray<string> Strategies =
    [
        "Questions", "Restatement or Paraphrasing", "Reflection of feelings", "Self-disclosure",
        "Affirmation and Reassurance", "Providing Suggestions", "Information", "Other",
    ];

    public static LabelledSet Read(string path)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var number = 0;
        foreach (var line in TextFile.ReadLines(path))
        {
            number++;
            var turns = line.Split(" EOS ");
            var last = Supporter().Match(turns[^1]);
            var strategy = Strategies.IndexOf(last.Groups["strategy"].Value);
            if (!last.Success || strategy < 0)
            {
                throw new DataException(
                    $"{path}, line {number}: the last turn is no supporter's with one of {Strategies.Length} strategies.");
            }

            // Lines of one dialogue share its first turn; they must stay together.
            examples.Add(new Example(turns[0], last.Groups["text"].Value, [strategy])
            {
                PreviousOther = turns.Length > 1 ? Numbers().Replace(turns[^2], "") : "",
            });
        }

        return new LabelledSet("support-strategy", DecisionKind.OneLabel, Strategies, [], examples.ToImmutable());
    }

    [GeneratedRegex(@"^\s*[\d.]+ 1 \d+ \[(?<strategy>[^\]]+)\]\s*(?<text>.*)$")]
    private static partial Regex Supporter();

    [GeneratedRegex(@"^\s*[\d.]+ [01] \d+ (?:\[[^\]]+\]\s*)?")]
    private static partial Regex Numbers();
}
