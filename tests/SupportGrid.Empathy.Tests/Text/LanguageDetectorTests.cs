using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Where is my parcel? I have been waiting for a week.", Language.English)]
    [InlineData("please refund me", Language.English)]
    [InlineData("ok", Language.English)]
    [InlineData("订单什么时候发货？", Language.Chinese)]
    [InlineData("我的iPhone 15 Pro订单还没到", Language.Chinese)]
    [InlineData("注文はいつ届きますか", Language.Other)]
    [InlineData("주문한 물건이 아직 안 왔어요", Language.Other)]
    [InlineData("¿Dónde está mi pedido? Gracias", Language.Other)]
    [InlineData("Wo ist mein Paket? Ich warte seit einer Woche", Language.Other)]
    [InlineData("Où est mon colis, s'il vous plaît", Language.Other)]
    [InlineData("Где мой заказ?", Language.Other)]
    [InlineData("أين طلبي؟", Language.Other)]
    [InlineData("Gdzie jest moja paczka? Czekam już tydzień", Language.Other)]
    [InlineData("12345 !!", Language.Unknown)]
    [InlineData("", Language.Unknown)]
    public void A_turn_tells_its_language(string text, Language expected) =>
        Assert.Equal(expected, LanguageDetector.Of(text));

    [Fact]
    public void A_turn_that_does_not_tell_keeps_the_language_of_its_conversation()
    {
        Assert.Equal(Language.Chinese, LanguageDetector.Of("12345", Language.Chinese));
        Assert.Equal(Language.Chinese, LanguageDetector.Of("ok", Language.Chinese));
    }
}
