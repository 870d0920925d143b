using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class PageTokenTests
{
    [Fact]
    public void KeyOf_OwnToken_IsTheKey() =>
        Assert.Equal("ana", PageToken.KeyOf("agents", PageToken.Of("agents", "ana")));

    [Fact]
    public void KeyOf_NoToken_IsTheBeginning() => Assert.Equal("", PageToken.KeyOf("agents", ""));

    [Fact]
    public void KeyOf_TokenOfAnotherList_IsNone() =>
        Assert.Null(PageToken.KeyOf("agents", PageToken.Of("interactions", "7")));

    [Fact]
    public void KeyOf_AnyText_NeverThrows()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            var text = round % 2 == 0
                ? Convert.ToBase64String(bytes)
                : new string([.. bytes.Select(b => (char)(b + (round % 300)))]);
            _ = PageToken.KeyOf("agents", text);
        }
    }
}
