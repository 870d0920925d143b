namespace SupportGrid.Domain.Empathy;

/// <summary>One reason for a cue.</summary>
/// <param name="Id">Id of the rule, name of the cause of effort, or label of the model.</param>
/// <param name="Start">In UTF-16 code units of the message's text; 0 with length 0 where no words stand for it.</param>
/// <param name="Amount">
/// Of a fact: as <see cref="EffortFact.Amount"/>. Of a model: the words' part of all that speaks for the label, in
/// permille. Of a rule: 0.
/// </param>
/// <param name="Model">Service and model where one outside of the platform said it; else null.</param>
[GenerateSerializer, Immutable, Alias("sg.CueEvidence")]
public sealed record CueEvidence(
    EvidenceSource Source, string Id, int Start, int Length, int Amount, string? Model = null);

/// <summary>Where a reason comes from. Names are persisted.</summary>
public enum EvidenceSource
{
    Rule = 1,
    Fact = 2,
    Model = 3,
}
