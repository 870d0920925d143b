namespace SupportGrid.Train.Recipes;

/// <summary>One way of learning the weights of a label.</summary>
/// <param name="Cost">C of the logistic regression: how much an error weighs against the size of the weights.</param>
/// <param name="IsBalanced">Classes weigh alike, by inverse frequency.</param>
/// <param name="HasRatios">Features are multiplied by how much they favour the label before learning.</param>
public readonly record struct FitOption(double Cost, bool IsBalanced, bool HasRatios)
{
    public override string ToString() =>
        FormattableString.Invariant($"C {Cost}") + (IsBalanced ? " balanced" : "") + (HasRatios ? " with ratios" : "");
}
