namespace SupportGrid.Empathy.Conversations;

/// <summary>
/// How much of a customer's turn was said before: the largest overlap with one of the last six turns.
/// </summary>
/// <param name="Words">Of words with an earlier turn of the customer's own.</param>
/// <param name="Characters">Of characters, the same.</param>
/// <param name="Trigrams">Of runs of three characters, the same; above .6 the customer restates.</param>
/// <param name="AgentWords">Of words with the agent's last turn: the customer repeats what the agent said.</param>
public readonly record struct TurnOverlaps(float Words, float Characters, float Trigrams, float AgentWords);
