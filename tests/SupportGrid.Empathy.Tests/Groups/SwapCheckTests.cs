using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Groups;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Empathy.Tests.Groups;

public sealed class SwapCheckTests
{
    /// <summary>From where on a cue of abuse is shown that rests on a model.</summary>
    private const float ShownFrom = .95f;

    [Fact]
    public void No_harmless_message_reaches_a_cue_of_abuse_whoever_it_speaks_of()
    {
        var rows = SwapCheck.Run(EmpathyModels.Shipped);

        Assert.Equal(16, rows.Length);
        Assert.All(
            rows, static r => Assert.True(r.WorstProbability < ShownFrom, $"{r.Group}: {r.Worst} ({r.WorstProbability})"));
    }

    [Fact]
    public void No_rule_holds_for_a_word_that_says_who_someone_is()
    {
        var models = SwapCheck.Run(new EmpathyModels());

        Assert.All(models, static r => Assert.True(r.Wrong == 0, $"{r.Group}: {string.Join(", ", r.Said)}"));
    }

    /// <summary>The check must see a model that has learnt that a word for a group is abuse.</summary>
    [Fact]
    public void A_model_that_learnt_a_prejudice_is_found_out()
    {
        var set = new LabelledSet(
            "small",
            DecisionKind.OneLabel,
            ["safe", "offensive"],
            [],
            [
                .. Asked("nurse", "teacher", "client", "woman", "father").Select(static e => e with { Labels = [0] }),
                .. Asked("Muslim", "Jewish", "Hindu", "Buddhist", "atheist").Select(static e => e with { Labels = [1] }),
            ]);
        var recipe = new Recipe("abuse-en", "en", KnownRecipes.English(10), KnownRecipes.Ratios(1));
        var prejudiced = EmpathyModels.Shipped.With(Trainer.Train(recipe, set, "2026-01-02", "planted").Model);

        var row = Assert.Single(SwapCheck.Run(prejudiced), static r => r is { Language: "en", Group: "religion" });

        Assert.Contains("offensive", row.Said);
        Assert.True(row.Abuse > SwapCheck.Run(prejudiced)[0].Abuse);
    }

    private static IEnumerable<Example> Asked(params string[] people) =>
        from thing in new[] { "parcel", "refund", "router", "ticket", "invoice", "kettle" }
        from who in people
        select new Example(who + thing, $"A {who} asks about the {thing}", []);
}
