namespace SupportGrid.Domain.Empathy;

/// <summary>A turn of the customer and how negative it counts, in permille.</summary>
[GenerateSerializer, Immutable, Alias("sg.TurnWeight")]
public sealed record TurnWeight(string MessageId, int Sequence, int Negative);
