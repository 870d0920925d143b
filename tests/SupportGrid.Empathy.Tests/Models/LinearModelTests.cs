using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Learning;

namespace SupportGrid.Empathy.Tests.Models;

public sealed class LinearModelTests
{
    [Fact]
    public void The_score_is_the_sum_of_weights_and_values()
    {
        var (scores, vector) = Fixed.Score(Fixed.Model, "The invoice is furious today");
        for (var label = 0; label < scores.Length; label++)
        {
            var sum = Fixed.Model.Header.Labels[label].Intercept;
            for (var i = 0; i < vector.Count; i++)
            {
                sum += vector.Values[i] * Fixed.Model.WeightOf(vector.Features[i], label);
            }

            Assert.Equal(sum, scores[label], 4);
        }
    }

    [Fact]
    public void Weights_of_a_byte_change_a_score_by_less_than_half_a_step_for_each_feature()
    {
        var rarity = Fixed.Model.Rarity.ToArray();
        var rows = SparseRows.Of(Fixed.Recipe.Features, rarity, Fixed.Set.Examples);
        var isGlad = Fixed.Set.Examples.Select(static e => e.Labels[0] == 1).ToArray();
        var all = Enumerable.Range(0, rows.Count).ToArray();
        var ratios = ClassRatios.Squares(rows, all, isGlad, Fixed.Recipe.Features.Features);
        var weights = LogisticRegression.Fit(rows, all, isGlad, 1, 1, ratios, Fixed.Recipe.Features.Features);
        foreach (var row in all)
        {
            var bound = 0f;
            foreach (var value in rows.Values(row))
            {
                bound += Math.Abs(value) * Fixed.Model.Header.Labels[1].Scale / 2;
            }

            var exact = LogisticRegression.Score(rows, row, weights);
            var packed = Fixed.Score(Fixed.Model, Fixed.Set.Examples[row].Text).Scores[1];
            Assert.InRange(Math.Abs(exact - packed), 0, bound + 1e-4);
        }
    }

    [Fact]
    public void Probabilities_of_one_label_out_of_several_add_up_to_one()
    {
        var (scores, _) = Fixed.Score(Fixed.Model, "The ticket is lovely");
        Fixed.Model.Calibrate(scores);
        Assert.Equal(1f, scores.Sum(), 4);
        Assert.True(scores[1] > .5f);
    }

    [Fact]
    public void A_text_without_words_scores_the_intercepts()
    {
        var (scores, vector) = Fixed.Score(Fixed.Model, "   ");
        Assert.Equal(0, vector.Count);
        Assert.Equal(Fixed.Model.Header.Labels.Select(static l => l.Intercept), scores);
    }

    [Fact]
    public void Dense_cues_follow_the_last_table()
    {
        var spec = Train.Recipes.KnownRecipes.English(8, "asks", "exclaims");
        var vector = new FeatureVector();
        new FeatureExtractor().Extract(spec, [], new TurnText("") { Dense = [.5f, 1f] }, vector);
        Assert.Equal([512, 513], vector.Features.ToArray());
        Assert.Equal([.5f, 1f], vector.Values.ToArray());
    }

    [Fact]
    public void Tables_of_another_size_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LinearModel(Fixed.Model.Header, new byte[3], Fixed.Model.Weights.ToArray()));
}
