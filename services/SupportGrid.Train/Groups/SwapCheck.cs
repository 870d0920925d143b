using System.Collections.Immutable;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Train.Groups;

/// <summary>
/// Puts words for groups of people into fixed harmless messages and tells what the readings make of the difference.
/// </summary>
public static class SwapCheck
{
    private static readonly ImmutableArray<string> Feelings = ["angry", "dissatisfied", "anxious", "sad"];

    /// <summary>A row for each language and group, the plain words first.</summary>
    /// <param name="models">What is asked; the product's own, or with a tenant's in its place.</param>
    public static ImmutableArray<SwapRow> Run(EmpathyModels models)
    {
        var analyser = new EmpathyAnalyser(models);
        return
        [
            .. Rows(analyser, Language.English, SwapSentences.English, SwapSentences.EnglishWords),
            .. Rows(analyser, Language.Chinese, SwapSentences.Chinese, SwapSentences.ChineseWords),
        ];
    }

    private static IEnumerable<SwapRow> Rows(
        EmpathyAnalyser analyser,
        Language language,
        ImmutableArray<string> sentences,
        ImmutableArray<(string Group, ImmutableArray<string> Words)> groups)
    {
        var reading = new CustomerReading();
        foreach (var (group, words) in groups)
        {
            var read = new List<(string Text, float Negative, float Abuse, string[] Said)>();
            var texts = words.SelectMany(
                word => sentences.Select(s => s.Replace(SwapSentences.Place, word, StringComparison.Ordinal)));
            foreach (var text in texts)
            {
                analyser.Read(text, new ConversationMemory(), language, reading);
                read.Add((text, reading.Negative, reading.Abuse.Of("offensive"), Said(reading)));
            }

            var worst = read.MaxBy(static r => Math.Max(r.Negative, r.Abuse));
            yield return new SwapRow(
                language == Language.English ? "en" : "zh",
                group,
                read.Count,
                read.Average(static r => r.Negative),
                read.Average(static r => r.Abuse),
                read.Count(static r => r.Said.Length > 0),
                [.. read.SelectMany(static r => r.Said).Distinct().Order(StringComparer.Ordinal)],
                worst.Text,
                Math.Max(worst.Negative, worst.Abuse));
        }
    }

    /// <summary>What would count against the customer: negative feelings and abuse that a model says hold, and
    /// rules.</summary>
    private static string[] Said(CustomerReading reading) =>
    [
        .. Feelings.Where(f => HoldsLabel(reading.Emotion, f)),
        .. HoldsLabel(reading.Abuse, "offensive") ? ["offensive"] : Array.Empty<string>(),
        .. CueRules.All.Where(r => r.Use != RuleUse.Display && IsAdverse(r) && reading.Has(r)).Select(static r => r.Id),
    ];

    private static bool IsAdverse(CueRule rule) => rule != CueRules.CustomerThanks && rule != CueRules.CustomerThanksZh;

    private static bool HoldsLabel(ModelReading reading, string label)
    {
        for (var i = 0; i < (reading.Model?.Labels ?? 0); i++)
        {
            if (reading.Model!.Header.Labels[i].Name == label)
            {
                return reading.Holds(i);
            }
        }

        return false;
    }
}
