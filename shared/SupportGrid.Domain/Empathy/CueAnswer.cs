namespace SupportGrid.Domain.Empathy;

/// <summary>What the agent says of a cue. Names are persisted.</summary>
public enum CueAnswer
{
    /// <summary>Right or not: it does not help now.</summary>
    Dismissed = 1,

    /// <summary>It is wrong; a label of what is right may come along.</summary>
    Disputed = 2,

    Useful = 3,
}
