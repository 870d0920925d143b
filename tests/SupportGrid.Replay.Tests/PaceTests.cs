namespace SupportGrid.Replay.Tests;

public sealed class PaceTests
{
    private static readonly TimeSpan Recorded = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("recorded", 30_000)]
    [InlineData("1", 30_000)]
    [InlineData("10x", 3_000)]
    [InlineData("10×", 3_000)]
    [InlineData("0.5x", 60_000)]
    [InlineData("max", 0)]
    public void Of_Recorded_LastsAsLongAsThePaceSays(string text, double milliseconds) =>
        Assert.Equal(milliseconds, Pace.Parse(text)!.Value.Of(Recorded).TotalMilliseconds);

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("0")]
    [InlineData("-1x")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Parse_NoPace_IsNull(string text) => Assert.Null(Pace.Parse(text));
}
