using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Learning;

namespace SupportGrid.Empathy.Tests.Learning;

public sealed class CalibrationTests
{
    [Fact]
    public void Scores_that_say_too_much_are_brought_back_to_what_happens()
    {
        var (scores, holds) = Draw(20_000, static s => 1 / (1 + Math.Exp(-((.5 * s) - 1))));
        var (slope, offset) = Calibration.Fit(scores, holds);
        Assert.InRange(slope, .45, .55);
        Assert.InRange(offset, -1.1, -.9);
        var before = scores.Select(static s => (float)Exact.Logistic(s)).ToArray();
        var after = scores.Select(s => (float)Exact.Logistic((slope * s) + offset)).ToArray();
        Assert.True(Metrics.CalibrationError(before, holds) > .1);
        Assert.InRange(Metrics.CalibrationError(after, holds), 0, .02);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_class_alone_still_gives_finite_numbers(bool holds)
    {
        var (slope, offset) = Calibration.Fit([-1f, 0f, 1f], [holds, holds, holds]);
        Assert.True(double.IsFinite(slope) && double.IsFinite(offset));
    }

    [Fact]
    public void Classes_that_never_overlap_still_give_finite_numbers()
    {
        var (slope, offset) = Calibration.Fit([-2f, -1f, 1f, 2f], [false, false, true, true]);
        Assert.True(slope > 0 && double.IsFinite(offset));
    }

    private static (float[] Scores, bool[] Holds) Draw(int items, Func<double, double> probability)
    {
        var draws = new Draws(7);
        var scores = new float[items];
        var holds = new bool[items];
        for (var i = 0; i < items; i++)
        {
            scores[i] = (draws.Below(8_001) / 1_000f) - 4;
            holds[i] = draws.Below(1_000_000) < probability(scores[i]) * 1_000_000;
        }

        return (scores, holds);
    }
}
