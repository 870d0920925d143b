using SupportGrid.Empathy.Models;

namespace SupportGrid.Empathy.Tests.Models;

public sealed class ShippedModelsTests
{
    private const int BytesMax = 1_500_000;

    private static readonly string[] Known = [ShippedModels.AbuseZh, ShippedModels.ConductEn, ShippedModels.EmotionEn];

    public static TheoryData<string> Names => new(Known);

    [Fact]
    public void Nothing_is_shipped_that_this_test_does_not_know() =>
        Assert.Equal(Known, ShippedModels.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_model_is_the_one_that_its_card_describes(string name)
    {
        var file = ShippedModels.BytesOf(name);
        var card = ShippedModels.CardOf(name);
        var model = ShippedModels.Find(name)!;
        Assert.Equal(ModelFile.HashOf(file), card.Sha256);
        Assert.Equal(file.Length, card.Bytes);
        Assert.Equal(name, card.Name);
        Assert.Equal(model.Header.Date, card.Date);
        Assert.InRange(file.Length, 1, BytesMax);
        Assert.All(card.Scores, s => Assert.Equal(model.Header.Labels.Select(static l => l.Name), s.Labels.Select(static l => l.Label)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_model_was_trained_on_data_that_may_be_shipped(string name) => Assert.All(
        ShippedModels.CardOf(name).Data, static d =>
            Assert.StartsWith("Apache-2.0", d.Licence, StringComparison.Ordinal));

    [Fact]
    public void A_model_is_loaded_once() =>
        Assert.Same(ShippedModels.Find(ShippedModels.EmotionEn), ShippedModels.Find(ShippedModels.EmotionEn));

    [Fact]
    public void A_model_that_is_not_shipped_is_not_found() => Assert.Null(ShippedModels.Find("satisfaction-en"));
}
