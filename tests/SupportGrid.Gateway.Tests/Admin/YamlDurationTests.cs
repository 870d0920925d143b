using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Tests.Admin;

public sealed class YamlDurationTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("500ms", 500)]
    [InlineData("20s", 20_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1d2h3m4s5ms", 93_784_005)]
    public void Parse_WhatFormatWrites_IsTheSame(string text, long milliseconds)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), YamlDuration.Parse(text));
        Assert.Equal(text, YamlDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Theory]
    [InlineData("90m", 5_400_000)]
    [InlineData("90s", 90_000)]
    public void Parse_ManyOfASmallUnit_IsFine(string text, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), YamlDuration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("s")]
    [InlineData("-5s")]
    [InlineData("1.5h")]
    [InlineData("20 s")]
    [InlineData("20S")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1w")]
    [InlineData("99999d")]
    [InlineData("99999999999999999999s")]
    [InlineData("PT20S")]
    [InlineData("00:00:20")]
    public void Parse_WhatIsNoDuration_IsNone(string text) => Assert.Null(YamlDuration.Parse(text));
}
