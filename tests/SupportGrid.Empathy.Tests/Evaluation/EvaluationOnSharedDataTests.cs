using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Empathy.Tests.Evaluation;

/// <summary>
/// The evaluation in a small form: shipped models on their dev parts, and one set trained on the way.
/// </summary>
public sealed class EvaluationOnSharedDataTests
{
    [SharedDataTheory]
    [InlineData("goemotions", "dev.tsv.gz", "service-10")]
    [InlineData("cold-zh-offensive", "dev.csv.gz", "offensive-zh")]
    [InlineData("agent-conduct", "dev.jsonl.gz", "conduct-en")]
    public void A_shipped_model_does_on_dev_what_its_card_says_and_reaches_its_target(
        string format, string file, string view)
    {
        var found = EvaluationFormat.Find(format);
        var set = found.Views(found.Read(SharedData.Folder.File(format, file))).First(v => v.Name == view);
        var name = EvaluationFormat.ShippedFor(view)!;
        var scored = Scored.By(ShippedModels.Find(name)!, set);
        var macro = scored.MacroF1([.. Enumerable.Range(0, set.Examples.Length)]);
        Assert.Equal(ShippedModels.CardOf(name).Scores.Single(static s => s.Part.StartsWith("dev", StringComparison.Ordinal)).MacroF1, macro, 3);
        Assert.True(macro >= Targets.MacroF1(view)!.Realistic, $"{view}: macro-F1 {macro:F3}");
        var rows = Enumerable.Range(0, set.Labels.Length).Select(scored.Row).ToList();
        Assert.All(rows, r => Assert.True(r.CalibrationError <= Targets.Calibration.Realistic, $"{r.Label}: ECE {r.CalibrationError:F3}"));
    }

    [SharedDataFact]
    public void A_set_that_may_only_be_measured_is_trained_on_the_way_without_what_it_is_scored_on()
    {
        var format = EvaluationFormat.Find("satisfaction");
        var models = new ModelSource(format, [], null, SharedData.Folder, null, static _ => { });
        var section = Assert.Single(
            new Evaluator(format, models, draws: 0, seed: 1).Run(
                SharedData.Folder.File("satisfaction", "jddc_dev.jsonl.gz")),
            static s => s.Title == "satisfaction-jddc");
        var macro = section.Measures.Single(static m => m.Name == "macro-F1");
        Assert.True(macro.Value >= macro.Target!.Floor, $"macro-F1 {macro.Value:F3}");
        Assert.Equal(969, section.Items);
    }

    [SharedDataFact]
    public void Training_the_same_part_twice_gives_the_same_bytes()
    {
        var set = SharedData.Folder.Train("satisfaction", "satisfaction-jddc")!;
        var recipe = KnownRecipes.For("satisfaction-jddc") with { Options = KnownRecipes.Balanced(1) };
        var first = ModelFile.Write(Trainer.Train(recipe, set, "2026-01-02", "").Model);
        Assert.Equal(first, ModelFile.Write(Trainer.Train(recipe, set, "2026-01-02", "").Model));
    }

    [Fact]
    public void Without_a_model_and_without_data_the_reason_is_said()
    {
        var format = EvaluationFormat.Find("airline");
        var models = new ModelSource(format, [], null, null, null, static _ => { });
        var set = new LabelledSet(
            "airline", DecisionKind.OneLabel, ["negative", "neutral", "positive"], [], [new Example("1", "late", [0])]);
        Assert.Contains(
            "--train", Assert.Throws<DataException>(() => models.For(set, set)).Message, StringComparison.Ordinal);
    }
}
