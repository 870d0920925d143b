namespace SupportGrid.Domain.Empathy;

/// <summary>A turn of the customer that calls for an acknowledgement which has not come yet.</summary>
/// <param name="AgentTurns">Turns of the agent since then.</param>
/// <param name="At">When the customer said it.</param>
[GenerateSerializer, Immutable, Alias("sg.OpenOpportunity")]
public sealed record OpenOpportunity(
    string MessageId, int Sequence, OpportunityKind Kind, int AgentTurns, DateTimeOffset At);
