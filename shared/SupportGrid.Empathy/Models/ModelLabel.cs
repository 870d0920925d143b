namespace SupportGrid.Empathy.Models;

/// <summary>What a model knows about one of its labels besides the weights.</summary>
/// <param name="Scale">A stored weight times this is the weight.</param>
/// <param name="Threshold">The score from which on the label holds, or what is taken off before labels are
/// compared.</param>
/// <param name="CalibrationSlope">The probability is the logistic function of slope × score + offset.</param>
public sealed record ModelLabel(
    string Name, float Scale, float Intercept, float Threshold, float CalibrationSlope, float CalibrationOffset);
