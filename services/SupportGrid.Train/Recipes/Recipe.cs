using System.Collections.Immutable;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Train.Recipes;

/// <summary>How a model is learnt from a set: which features, and what is tried.</summary>
/// <param name="Costs">What C of the logistic regression is tried; cross-validation on train chooses.</param>
/// <param name="Balanced">Whether classes weigh alike, by inverse frequency; both may be tried.</param>
/// <param name="Ratios">Whether features are multiplied by how much they favour a label before learning.</param>
public sealed record Recipe(
    string Name, string Language, FeatureSpec Features, ImmutableArray<double> Costs, ImmutableArray<bool> Balanced, bool Ratios)
{
    /// <summary>Examples are parted into this many folds by their groups.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>One line for a model card.</summary>
    public override string ToString() =>
        "hashed n-grams ("
        + string.Join(", ", Features.Channels.Select(c => $"{c.Field} {c.Kind} {c.ShortestRun}-{c.LongestRun}, 2^{c.Bits} buckets"))
        + (Features.DenseCues.IsEmpty ? "" : "; dense cues " + string.Join(", ", Features.DenseCues))
        + ") · logistic regression, one against the rest, C of "
        + string.Join(" or ", Costs)
        + (Ratios ? ", features weighted by their ratio of classes" : "")
        + (Balanced.Contains(true) ? ", balanced classes tried" : "")
        + $" · weights of one byte · C, thresholds and calibration by {Folds}-fold cross-validation on train";
}
