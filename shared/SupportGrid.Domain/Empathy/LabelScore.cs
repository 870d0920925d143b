namespace SupportGrid.Domain.Empathy;

/// <summary>How likely a label is, in permille.</summary>
/// <param name="Label">One of <see cref="EmotionLabels"/>.</param>
/// <param name="Holds">The model says that the label holds: it is above the label's own threshold.</param>
[GenerateSerializer, Immutable, Alias("sg.LabelScore")]
public sealed record LabelScore(string Label, int Permille, bool Holds);
