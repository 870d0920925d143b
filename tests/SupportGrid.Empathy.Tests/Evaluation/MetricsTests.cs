using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;

namespace SupportGrid.Empathy.Tests.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void F1_is_the_harmonic_mean() => Assert.Equal(2 * .5 * .25 / .75, Metrics.F1(hits: 1, said: 2, are: 4), 9);

    [Fact]
    public void Average_precision_of_a_known_order() => Assert.Equal(
        (1.0 + (2.0 / 3)) / 2, Metrics.AveragePrecision([.9f, .8f, .7f, .1f], [true, false, true, false]), 9);

    [Fact]
    public void Equal_scores_count_as_one_rank_whatever_the_order()
    {
        Assert.Equal(.5, Metrics.AveragePrecision([.5f, .5f], [true, false]), 9);
        Assert.Equal(.5, Metrics.AveragePrecision([.5f, .5f], [false, true]), 9);
    }

    [Fact]
    public void Calibration_error_is_the_mean_distance_of_what_was_said_and_what_is()
    {
        Assert.Equal(0, Metrics.CalibrationError([.25f, .25f, .25f, .25f], [true, false, false, false]), 6);
        Assert.Equal(.4, Metrics.CalibrationError([.9f, .9f], [true, false]), 6);
        Assert.Equal(1, Metrics.CalibrationError([1f], [false]), 6);
    }

    [Fact]
    public void Recall_at_a_precision_takes_the_longest_list_that_is_good_enough() => Assert.Equal(
        1, Metrics.RecallAt(.5, [.9f, .8f, .7f, .6f], [true, false, false, true]), 9);

    [Fact]
    public void Intervals_are_the_same_for_the_same_seed_and_hold_the_value()
    {
        var examples = Enumerable.Range(0, 200).Select(static i => new Example($"d{i / 4}", "", [i % 3 == 0 ? 1 : 0])).ToArray();
        var bootstrap = new Bootstrap([.. examples], 200, 1);
        double Share(int[] rows) => rows.Average(r => (double)examples[r].Labels[0]);
        var (low, high) = bootstrap.Interval(Share);
        Assert.Equal((low, high), new Bootstrap([.. examples], 200, 1).Interval(Share));
        Assert.InRange(67.0 / 200, low, high);
        Assert.True(high - low < .2);
    }

    [Theory]
    [InlineData(.61, "ambitious")]
    [InlineData(.58, "realistic")]
    [InlineData(.55, "floor")]
    [InlineData(.50, "below floor")]
    public void A_figure_says_which_target_it_reached(double value, string expected)
    {
        Assert.Equal(expected, new Target(.54, .565, .60).Reached(value));
        Assert.Equal("ambitious", Targets.Calibration.Reached(.02));
        Assert.Equal("below floor", Targets.Calibration.Reached(.2));
    }
}
