namespace SupportGrid.Domain.Empathy;

/// <summary>Words that made a model's label likely.</summary>
/// <param name="Start">In UTF-16 code units of the message's text.</param>
/// <param name="Permille">Their part of all that speaks for the label.</param>
[GenerateSerializer, Immutable, Alias("sg.LabelEvidence")]
public sealed record LabelEvidence(string Label, int Start, int Length, int Permille);
