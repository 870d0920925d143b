namespace SupportGrid.Domain.Empathy;

/// <summary>A rule that holds for a turn, and where in its text it was first met.</summary>
/// <param name="Rule">Id of the rule, such as "effort-strong".</param>
/// <param name="Start">In UTF-16 code units of the message's text.</param>
[GenerateSerializer, Immutable, Alias("sg.RuleMatch")]
public sealed record RuleMatch(string Rule, RuleStrength Strength, int Start, int Length);
