using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Analysis;

/// <summary>A rule that holds, and where in the turn it was first met.</summary>
/// <param name="Span">In UTF-16 code units of the turn as it was written.</param>
public readonly record struct RuleHit(CueRule Rule, TextSpan Span);
