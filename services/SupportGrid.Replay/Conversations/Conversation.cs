namespace SupportGrid.Replay.Conversations;

/// <summary>A recorded conversation.</summary>
/// <param name="Id">Unique within a run.</param>
/// <param name="Language">"en", "zh", … ; decides the queue.</param>
/// <param name="Turns">At least one, none of them empty.</param>
public sealed record Conversation(string Id, string Language, string Subject, IReadOnlyList<Turn> Turns);

/// <summary>One utterance.</summary>
/// <param name="ByCustomer">Else by the agent.</param>
/// <param name="At">When it was said, from the start of the conversation.</param>
public sealed record Turn(bool ByCustomer, string Text, TimeSpan At);
