using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Learning;

namespace SupportGrid.Empathy.Tests.Learning;

public sealed class TrainerTests
{
    [Fact]
    public void The_same_data_give_the_same_file_byte_for_byte()
    {
        var again = Trainer.Train(Fixed.Recipe, Fixed.Set, "2026-01-02", "our own words");
        Assert.Equal(Fixed.File, ModelFile.Write(again.Model));
    }

    [Fact]
    public void The_file_of_a_small_set_never_changes_unless_the_version_of_the_trainer_does()
    {
        Assert.Equal(1, Trainer.Version);
        Assert.StartsWith(GoldenHash, ModelFile.HashOf(Fixed.File), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_plain_is_learnt()
    {
        var scored = Scored.By(Fixed.Model, Fixed.Set);
        Assert.Equal(1, scored.MacroF1([.. Enumerable.Range(0, Fixed.Set.Examples.Length)]), 3);
    }

    [Fact]
    public void Several_labels_an_item_are_learnt_each_for_itself()
    {
        var trained = Trainer.Train(Fixed.Recipe, Fixed.Many, "2026-01-02", "our own words");
        var (scores, _) = Fixed.Score(trained.Model, "The refund is awful again");
        Assert.True(trained.Model.Holds(scores, 0));
        Assert.False(trained.Model.Holds(scores, 1));
    }

    [Fact]
    public void At_the_optimum_the_dual_variable_is_minus_the_margin()
    {
        var rows = SparseRows.Of(Fixed.Recipe.Features, Fixed.Model.Rarity.ToArray(), Fixed.Set.Examples);
        var isGlad = Fixed.Set.Examples.Select(static e => e.Labels[0] == 1).ToArray();
        var all = Enumerable.Range(0, rows.Count).ToArray();
        var weights = LogisticRegression.Fit(rows, all, isGlad, 1, 1, null, Fixed.Recipe.Features.Features);

        // The weights are Σ C·σ(−margin)·y·x when the gradient of the penalised loss is 0.
        var sum = new double[weights.Length];
        foreach (var row in all)
        {
            var y = isGlad[row] ? 1 : -1;
            var alpha = y * Exact.Logistic(-y * LogisticRegression.Score(rows, row, weights));
            for (var i = 0; i < rows.Features(row).Length; i++)
            {
                sum[rows.Features(row)[i]] += alpha * rows.Values(row)[i];
            }

            sum[^1] += alpha;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            Assert.InRange(Math.Abs(sum[i] - weights[i]), 0, .02);
        }
    }

    [Fact]
    public void Turns_of_one_dialogue_are_never_in_two_folds()
    {
        var examples = Enumerable.Range(0, 100).Select(static i => new Example($"d{i % 10}", "x", [0])).ToArray();
        var folds = Folds.Of([.. examples], 5);
        Assert.All(
            examples.Zip(folds).GroupBy(static p => p.First.Group),
            static dialogue => Assert.Single(dialogue.Select(static p => p.Second).Distinct()));
    }

    [Fact]
    public void Too_few_examples_are_refused_in_a_sentence() => Assert.Contains(
        "at least",
        Assert.Throws<DataException>(() => Trainer.Train(
            Fixed.Recipe, Fixed.Set with { Examples = Fixed.Set.Examples[..4] }, "", "")).Message,
        StringComparison.Ordinal);

    private const string GoldenHash = "df31e2cb90fa9ac7264b93fc477e0624fdf827008";
}
