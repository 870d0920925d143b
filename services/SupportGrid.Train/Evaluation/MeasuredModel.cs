using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;

namespace SupportGrid.Train.Evaluation;

/// <summary>A model that is to be measured, and where it comes from.</summary>
/// <param name="Origin">One sentence for the reader.</param>
/// <param name="CrossValidated">Macro-F1 on the train part, by weights that had not seen the scored text.</param>
/// <param name="Train">What it was trained on, or null where only its makers know.</param>
public sealed record MeasuredModel(LinearModel Model, string Origin, double? CrossValidated, LabelledSet? Train)
{
    /// <summary>Thresholds were chosen on a file that was named for it.</summary>
    public bool IsRetuned { get; init; }

    public static MeasuredModel Of(TrainedModel trained, string origin) => new(
        trained.Model, origin, CrossValidatedScore(trained), trained.Set);

    public static double CrossValidatedScore(TrainedModel trained) =>
        Scored.Of(trained.Model, trained.Set, trained.Unseen)
        .MacroF1([.. Enumerable.Range(0, trained.Set.Examples.Length)]);
}
