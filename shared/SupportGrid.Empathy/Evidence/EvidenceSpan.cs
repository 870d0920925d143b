using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Evidence;

/// <summary>A piece of the text and what it added to the score of a label.</summary>
/// <param name="Span">In UTF-16 code units of the text as it was written.</param>
/// <param name="Contribution">In the unit of the score, the logarithm of odds; above 0 it speaks for the label.</param>
public readonly record struct EvidenceSpan(TextSpan Span, float Contribution);
