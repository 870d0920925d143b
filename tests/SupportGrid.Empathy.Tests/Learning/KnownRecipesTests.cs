using SupportGrid.Empathy.Conversations;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Empathy.Tests.Learning;

public sealed class KnownRecipesTests
{
    [Theory]
    [InlineData("service-10", 0)]
    [InlineData("28-way", 0)]
    [InlineData("offensive-zh", 0)]
    [InlineData("conduct-en", 1)]
    [InlineData("satisfaction-mwoz", 9)]
    [InlineData("satisfaction-jddc", 9)]
    [InlineData("tweet-offensive", 1)]
    [InlineData("airline", 0)]
    [InlineData("support-strategy", 0)]
    [InlineData("explorations-yes-no", 5)]
    public void A_recipe_asks_for_the_cues_that_its_set_brings(string set, int cues)
    {
        var recipe = KnownRecipes.For(set);
        Assert.Equal(cues, recipe.Features.DenseCues.Length);
        Assert.All(recipe.Features.DenseCues, static c => Assert.True(DenseCues.IsKnown(c), c));
        Assert.NotEmpty(recipe.Options);
    }
}
