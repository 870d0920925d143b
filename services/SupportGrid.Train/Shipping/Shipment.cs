using System.Text;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Shipping;

/// <summary>Trains what the product ships and writes each model with its card.</summary>
internal static class Shipment
{
    /// <param name="only">Names of models; empty for all.</param>
    public static void Make(
        DataFolder data, string folder, string date, IReadOnlyCollection<string> only, Action<string> tell)
    {
        Directory.CreateDirectory(folder);
        foreach (var recipe in ShippedRecipe.All.Where(r => only.Count == 0 || only.Contains(r.Model)))
        {
            var train = ViewOf(recipe, data.Train(recipe.Format, recipe.View)
                ?? throw new DataException($"there is no train part for {recipe.Model}."));
            var dev = ViewOf(recipe, recipe.EvaluationFormat.Read(data.File(recipe.Format, recipe.DevFile)));
            tell($"{recipe.Model}: {train.Examples.Length} items …");
            var sentence = $"{recipe.Set}, train part. Licence: {recipe.Licence}. Source: {recipe.Source}.";
            var trained = Trainer.Train(KnownRecipes.For(recipe.View), train, date, sentence, tell);
            var file = ModelFile.Write(trained.Model);
            var card = Cards.Of(
                trained,
                file,
                recipe.Intended,
                recipe.Limits,
                new ModelData(recipe.Set, "train", train.Examples.Length, recipe.Licence, recipe.Source),
                dev);
            Write(folder, recipe.Model, file, card);
            tell($"{recipe.Model}: {file.Length:N0} bytes; "
                + string.Join("; ", card.Scores.Select(static s => FormattableString.Invariant($"macro-F1 {s.MacroF1:F3} on {s.Part.Split(':', ',')[0]}"))));
        }
    }

    public static void Write(string folder, string name, byte[] file, ModelCard card)
    {
        File.WriteAllBytes(Path.Combine(folder, name + ".sgem"), file);
        File.WriteAllText(Path.Combine(folder, name + ".json"), card.ToJson(), new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(folder, name + ".md"), Cards.ToMarkdown(card), new UTF8Encoding(false));
    }

    private static LabelledSet ViewOf(ShippedRecipe recipe, LabelledSet set) =>
        recipe.EvaluationFormat.Views(set).First(v => v.Name == recipe.View);
}
