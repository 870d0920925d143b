using System.Globalization;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Empathy.Tests.Features;

/// <summary>Golden values: when one of these changes, every model file that exists is worthless.</summary>
public sealed class NgramHashTests
{
    [Theory]
    [InlineData("", "811C9DC5")]
    [InlineData("a", "E40C292C")]
    [InlineData("hello", "4F9F2CAB")]
    public void Adding_units_is_FNV_1a(string text, string expected) =>
        Assert.Equal(uint.Parse(expected, NumberStyles.HexNumber, CultureInfo.InvariantCulture), NgramHash.Of(text));

    [Fact]
    public void Finished_and_joined_hashes_never_change()
    {
        Assert.Equal(0u, NgramHash.Finish(0));
        Assert.Equal(GoldenFinish, NgramHash.Finish(NgramHash.Of("hello")));
        Assert.Equal(
            GoldenJoin, NgramHash.Finish(NgramHash.Join(NgramHash.Join(0, NgramHash.Of("not")), NgramHash.Of("good"))));
    }

    [Fact]
    public void Order_of_joined_tokens_matters() => Assert.NotEqual(
        NgramHash.Join(NgramHash.Join(0, 1), 2), NgramHash.Join(NgramHash.Join(0, 2), 1));

    [Fact]
    public void The_vector_of_a_text_never_changes()
    {
        var spec = Train.Recipes.KnownRecipes.English(12);
        var vector = new FeatureVector();
        new FeatureExtractor().Extract(spec, [], new TurnText("Not good, not good!"), vector);
        Assert.Equal(GoldenFeatures, vector.Features.ToArray().Take(8));
        Assert.Equal(2.0, vector.Values.ToArray().Sum(static v => (double)v * v), 4);
    }

    private const uint GoldenFinish = 3942580078;
    private const uint GoldenJoin = 2737701486;
    private static readonly int[] GoldenFeatures = [1372, 622, 2280, 330, 2789, 2587, 926, 2654];
}
