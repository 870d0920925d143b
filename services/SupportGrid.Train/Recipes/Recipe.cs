using System.Collections.Immutable;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Train.Recipes;

/// <summary>
/// How a model is learnt from a set: which features, and which ways of learning cross-validation chooses from.
/// </summary>
public sealed record Recipe(string Name, string Language, FeatureSpec Features, ImmutableArray<FitOption> Options)
{
    /// <summary>Examples are parted into this many folds by their groups.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>One line for a model card.</summary>
    public override string ToString() =>
        "hashed n-grams ("
        + string.Join(", ", Features.Channels.Select(c => $"{c.Field} {c.Kind} {c.ShortestRun}-{c.LongestRun}, 2^{c.Bits} buckets"))
        + (Features.DenseCues.IsEmpty ? "" : "; dense cues " + string.Join(", ", Features.DenseCues))
        + ") · logistic regression, one against the rest: "
        + string.Join(" or ", Options)
        + ", or the mean of a plain one and one with ratios"
        + $" · weights of one byte · C, thresholds and calibration by {Folds}-fold cross-validation on train";
}
