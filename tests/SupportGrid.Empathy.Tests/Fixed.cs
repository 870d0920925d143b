using System.Collections.Immutable;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Empathy.Tests;

/// <summary>A small set in our own words and the model that it gives.</summary>
internal static class Fixed
{
    private static readonly string[] Glad = ["lovely", "wonderful", "thanks", "brilliant", "delighted"];
    private static readonly string[] Cross = ["awful", "useless", "broken", "terrible", "furious"];
    private static readonly string[] Things = ["parcel", "refund", "router", "ticket", "invoice", "kettle"];

    public static LabelledSet Set { get; } = MakeSet(DecisionKind.OneLabel);

    public static LabelledSet Many { get; } = MakeSet(DecisionKind.EachLabel);

    public static Recipe Recipe { get; } = new("glad-en", "en", KnownRecipes.English(10), KnownRecipes.Ratios(1));

    public static TrainedModel Trained { get; } = Trainer.Train(Recipe, Set, "2026-01-02", "our own words");

    public static LinearModel Model => Trained.Model;

    public static byte[] File => ModelFile.Write(Model);

    public static (float[] Scores, FeatureVector Vector) Score(LinearModel model, string text)
    {
        var vector = new FeatureVector();
        var scores = new float[model.Labels];
        model.Extract(new FeatureExtractor(), new TurnText(text), vector);
        model.Score(vector, scores);
        return (scores, vector);
    }

    private static LabelledSet MakeSet(DecisionKind decision)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        foreach (var (thing, i) in Things.Select(static (t, i) => (t, i)))
        {
            for (var j = 0; j < 5; j++)
            {
                examples.Add(new Example($"g{i}{j}", $"The {thing} is {Glad[j]} today", [1]));
                examples.Add(new Example($"c{i}{j}", $"The {thing} is {Cross[j]} again", [0]));
            }
        }

        return new LabelledSet("small", decision, ["cross", "glad"], [], examples.ToImmutable());
    }
}
