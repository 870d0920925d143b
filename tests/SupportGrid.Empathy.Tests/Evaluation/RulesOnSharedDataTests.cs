using SupportGrid.Empathy.Rules;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;

namespace SupportGrid.Empathy.Tests.Evaluation;

/// <summary>What a rule says about itself is what it does on the supplied train and dev parts.</summary>
public sealed class RulesOnSharedDataTests
{
    private const double Tolerance = .025;

    /// <summary>A rule with fewer matches than this moves by more than the tolerance with each of them.</summary>
    private const int MatchesMin = 40;

    [SharedDataTheory]
    [InlineData("goemotions", "train.tsv.gz", "dev.tsv.gz")]
    [InlineData("agent-conduct", "train.jsonl.gz", "dev.jsonl.gz")]
    [InlineData("airline", "train.csv.gz", "dev.csv.gz")]
    [InlineData("tweeteval", "offensive_train_text.txt.gz", "offensive_val_text.txt.gz")]
    [InlineData("satisfaction", "jddc_train.jsonl.gz", "jddc_dev.jsonl.gz")]
    [InlineData("epitome", "emotional-reactions.train.csv.gz", "emotional-reactions.dev.csv.gz")]
    [InlineData("epitome", "interpretations.train.csv.gz", "interpretations.dev.csv.gz")]
    [InlineData("epitome", "explorations.train.csv.gz", "explorations.dev.csv.gz")]
    public void A_rule_is_as_precise_as_it_claims(string format, string train, string dev)
    {
        var view = Joined(format, train, dev);
        foreach (var (rule, labels) in RuleSection.For(view.Name))
        {
            var row = RuleSection.Measure(rule, view, labels);
            var matches = row.Precision == 0 ? 0 : row.Recall * row.Support / row.Precision;
            var tolerance = matches < MatchesMin ? .2 : Tolerance;
            Assert.True(
                Math.Abs(row.Precision - rule.Precision) <= tolerance && Math.Abs(row.Recall - rule.Recall) <= Tolerance,
                $"{rule.Id} claims {rule.Precision:F2} / {rule.Recall:F2} and has {row.Precision:F3} / {row.Recall:F3} on {view.Name}.");
        }
    }

    [SharedDataFact]
    public void Capitals_and_repeated_marks_say_nothing_which_is_why_there_is_no_rule()
    {
        var airline = Joined("airline", "train.csv.gz", "dev.csv.gz");
        var shouting = airline.Examples.Where(static e => e.Text.Contains("!!", StringComparison.Ordinal)).ToList();
        var negative = shouting.Average(static e => e.Labels[0] == 0 ? 1.0 : 0);
        var all = airline.Examples.Average(static e => e.Labels[0] == 0 ? 1.0 : 0);
        Assert.InRange(Math.Abs(negative - all), 0, .1);
        Assert.DoesNotContain(CueRules.All, static r => r.Language == "en" && r.Matches("HELLO WORLD!!"));
    }

    private static LabelledSet Joined(string format, string train, string dev)
    {
        var found = EvaluationFormat.Find(format);
        var parts = new[] { train, dev }.Select(f => found.Read(SharedData.Folder.File(format, f))).ToList();
        var joined = parts[0] with { Examples = [.. parts.SelectMany(static p => p.Examples)] };
        return found.Views(joined).First(static v => !RuleSection.For(v.Name).IsEmpty);
    }
}
