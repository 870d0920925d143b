using System.Collections.Immutable;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Empathy.Models;

/// <summary>Everything of a model but its tables. Written into the file as JSON.</summary>
/// <param name="Name">What the model is for, such as "emotion-en".</param>
/// <param name="Date">When it was trained, given by who trained it: yyyy-mm-dd.</param>
/// <param name="Data">What it was trained on, with licence; one sentence.</param>
/// <param name="Language">"en", "zh" or "any".</param>
public sealed record ModelHeader(
    string Name,
    string Date,
    string Data,
    string Language,
    DecisionKind Decision,
    FeatureSpec Features,
    ImmutableArray<ModelLabel> Labels)
{
    public const int LabelsMax = 64;

    internal bool IsSound =>
        Name is { Length: > 0 } && Date is not null && Data is not null && Language is not null
        && Enum.IsDefined(Decision) && Features is { IsSound: true }
        && !Labels.IsDefaultOrEmpty && Labels.Length <= LabelsMax
        && Labels.All(static l => l is { Name.Length: > 0 } && float.IsFinite(l.Scale) && float.IsFinite(l.Intercept)
            && float.IsFinite(l.Threshold) && float.IsFinite(l.CalibrationSlope) && float.IsFinite(l.CalibrationOffset));
}
