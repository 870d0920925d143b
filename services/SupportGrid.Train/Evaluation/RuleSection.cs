using System.Collections.Immutable;
using SupportGrid.Empathy.Rules;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>The section of the rules that can be held against the labels of a set.</summary>
public static class RuleSection
{
    /// <summary>Precision and recall of one rule.</summary>
    public static LabelRow Measure(CueRule rule, LabelledSet set, params ReadOnlySpan<string> labels)
    {
        var wanted = labels.ToArray().Select(l => set.Labels.IndexOf(l)).ToHashSet();
        var (hits, said, are) = (0, 0, 0);
        foreach (var example in set.Examples)
        {
            var matches = rule.Matches(example.Text);
            var holds = example.Labels.Any(wanted.Contains);
            hits += matches && holds ? 1 : 0;
            said += matches ? 1 : 0;
            are += holds ? 1 : 0;
        }

        return new LabelRow(
            $"{rule.Id} → {string.Join(", ", labels.ToArray())}",
            are,
            said == 0 ? 0 : (double)hits / said,
            are == 0 ? 0 : (double)hits / are,
            Metrics.F1(hits, said, are),
            0,
            0);
    }

    /// <summary>
    /// The rules that fit a set with the labels each is held against; empty for a set that no rule fits.
    /// </summary>
    public static ImmutableArray<(CueRule Rule, string[] Labels)> For(string set) => set switch
    {
        "28-way" =>
        [
            (CueRules.CustomerThanks, ["gratitude"]),
            (CueRules.CustomerAnxious, ["fear", "nervousness"]),
            (CueRules.CustomerConfused, ["confusion"]),
            (CueRules.CustomerApologises, ["remorse"]),
        ],
        "conduct-en" =>
        [
            (CueRules.AgentApologises, ["apologetic"]),
            (CueRules.AgentWarmClosing, ["appreciative"]),
        ],
        "airline" => [(CueRules.EffortStrong, ["negative"]), (CueRules.EffortWide, ["negative"])],
        "tweet-offensive" => [(CueRules.ProfaneWord, ["offensive"])],
        "satisfaction-jddc" =>
        [
            (CueRules.CustomerThanksZh, ["satisfied"]),
            (CueRules.ComplaintOrHumanZh, ["dissatisfied"]),
            (CueRules.RepetitionZh, ["dissatisfied"]),
            (CueRules.RepeatedMarksZh, ["dissatisfied"]),
        ],
        "support-strategy" =>
        [
            (CueRules.AgentExplores, ["Questions"]),
            (CueRules.AgentAcknowledges, ["Reflection of feelings", "Affirmation and Reassurance"]),
            (CueRules.AgentUnderstands, ["Reflection of feelings", "Self-disclosure", "Restatement or Paraphrasing"]),
        ],
        "emotional-reactions-yes-no" => [(CueRules.AgentAcknowledges, ["yes"])],
        "interpretations-yes-no" => [(CueRules.AgentUnderstands, ["yes"])],
        "explorations-yes-no" => [(CueRules.AgentExplores, ["yes"])],
        _ => [],
    };

    /// <summary>All rules that fit, or null.</summary>
    public static Section? Of(LabelledSet set)
    {
        var rules = For(set.Name);
        if (rules.IsEmpty)
        {
            return null;
        }

        var rows = rules.Select(r => Measure(r.Rule, set, r.Labels)).ToImmutableArray();
        var measures = rules.Zip(rows)
            .Where(static r => r.First.Rule.Use == RuleUse.Alert && r.First.Rule.Precision >= .8)
            .Select(static r => new Measure(
                $"precision of alerts by {r.First.Rule.Id}", r.Second.Precision, null, null, Targets.AlertPrecision));
        return new Section($"{set.Name}: rules", "Precision and recall of fixed rules; nothing is trained.", set.Examples.Length, [.. measures], rows);
    }
}
