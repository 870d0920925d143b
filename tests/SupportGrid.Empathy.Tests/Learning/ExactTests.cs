using SupportGrid.Train.Learning;

namespace SupportGrid.Empathy.Tests.Learning;

public sealed class ExactTests
{
    [Fact]
    public void Exponential_and_logarithm_agree_with_the_library()
    {
        for (var x = -600.0; x < 600; x += 1.37)
        {
            Assert.InRange(Exact.Exp(x) / Math.Exp(x), 1 - 1e-12, 1 + 1e-12);
        }

        for (var x = 1e-9; x < 1e9; x *= 1.7)
        {
            Assert.InRange(Math.Abs(Exact.Log(x) - Math.Log(x)), 0, 1e-12 * Math.Max(1, Math.Abs(Math.Log(x))));
        }
    }

    [Fact]
    public void The_ends_are_tame()
    {
        Assert.Equal(0, Exact.Exp(-1e9));
        Assert.True(double.IsFinite(Exact.Exp(1e9)));
        Assert.Equal(.5, Exact.Logistic(0));
    }
}
