namespace SupportGrid.Domain.Empathy;

/// <summary>A turn of the customer whose reading may still be revised, and what stood before it.</summary>
/// <param name="LevelBefore">Level of negative feeling before the turn, in permille.</param>
/// <param name="CalmRunBefore">Turns in a row before it that were not negative.</param>
/// <param name="EffortBefore">As of the customer's turn before, in permille.</param>
/// <param name="IsAnswered">An agent has spoken since.</param>
/// <param name="IsRevised">It is read once more, and never a third time.</param>
[GenerateSerializer, Immutable, Alias("sg.RevisableTurn")]
public sealed record RevisableTurn(
    string MessageId,
    int Sequence,
    int LevelBefore,
    int CalmRunBefore,
    int EffortBefore,
    bool IsAnswered,
    bool IsRevised,
    TurnReading Reading);
