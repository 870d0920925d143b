using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay.Tests;

public sealed class PercentilesTests
{
    [Fact]
    public void Of_Nothing_IsNull() => Assert.Null(Percentiles.Of([]));

    [Fact]
    public void Of_One_IsThatOne() => Assert.Equal(new Percentiles(7, 7, 7), Percentiles.Of([7.0]));

    [Fact]
    public void Of_AHundredInDisorder_AreTheNearestRanks() => Assert.Equal(
        new Percentiles(50, 95, 99), Percentiles.Of([.. Enumerable.Range(1, 100).Select(n => (double)(((n * 37) % 100) + 1))]));

    [Fact]
    public void Of_Three_RoundsTheRankUp() => Assert.Equal(new Percentiles(2, 3, 3), Percentiles.Of([3.0, 1.0, 2.0]));
}
