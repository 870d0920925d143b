using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;
using SupportGrid.Train.Shipping;

namespace SupportGrid.Train.Tenants;

/// <summary>Trains one model on a tenant's own conversations and reports what to expect of it.</summary>
internal static class TenantTraining
{
    /// <summary>Labelled turns below which a model is not made: a handful of labels teaches its own noise.</summary>
    public const int TurnsMin = 50;

    /// <returns>The report: scores of cross-validation by whole conversations.</returns>
    public static Section Make(string[] files, TenantTask task, string language, string folder, string date)
    {
        var set = TenantFile.Read(files, task, language);
        if (set.Examples.Length < TurnsMin)
        {
            throw new DataException($"there are {set.Examples.Length} labelled turns of {task.Name} in {language}; at least {TurnsMin} are needed.");
        }

        var trained = Trainer.Train(
            RecipeFor(set, task, language), set, date, $"{set.Examples.Length} turns of the tenant's own.");
        var file = ModelFile.Write(trained.Model);
        var data = new ModelData("own conversations", "all", set.Examples.Length, "the tenant's own", "the tenant");
        var card = Cards.Of(
            trained, file, $"{task.Name} of turns in {language}, for this tenant only.", Limits(set), data, null);
        Directory.CreateDirectory(folder);
        Shipment.Write(folder, set.Name, file, card);
        var scored = Scored.Of(trained.Model, set, trained.Unseen);
        return ModelSection.Of(
            set.Name,
            $"Cross-validated by whole conversations; written to {Path.Combine(folder, set.Name)}.sgem with its card. Thresholds were chosen on"
            + " the same scores, so expect a little less.",
            scored,
            new Bootstrap(set.Examples, 500, 1));
    }

    private static Recipe RecipeFor(LabelledSet set, TenantTask task, string language)
    {
        // Previous turns help where there are thousands of labelled ones, and hurt below that.
        const int ContextTurnsMin = 5_000;
        ImmutableArray<FitOption> options =
        [
            .. KnownRecipes.Plain(0.3, 1, 3), .. KnownRecipes.Balanced(0.3, 1, 3), .. KnownRecipes.Balanced(KnownRecipes.Ratios(0.3, 1)),
        ];
        var features = language == "zh" ? KnownRecipes.Chinese(16, set.DenseCues)
            : task.NeedsContext && set.Examples.Length >= ContextTurnsMin ? KnownRecipes.EnglishInContext(15)
            : KnownRecipes.English(15, set.DenseCues);
        return new Recipe(set.Name, language, features, options);
    }

    private static ImmutableArray<string> Limits(LabelledSet set) =>
    [
        "Knows the words of the conversations it was trained on and no others.",
        .. set.Labels
            .Where((_, l) => set.Examples.Count(e => e.Labels.Contains(l)) < 30)
            .Select(static l => $"Fewer than 30 turns are labelled {l}: its score says nothing."),
    ];
}
