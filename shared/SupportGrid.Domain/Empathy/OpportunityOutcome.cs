namespace SupportGrid.Domain.Empathy;

/// <summary>What the agent made of an opportunity. Names are persisted.</summary>
public enum OpportunityOutcome
{
    /// <summary>Acknowledged in the agent's next turn.</summary>
    Delivered = 1,

    /// <summary>Acknowledged, but not in the next turn.</summary>
    Late = 2,

    /// <summary>The agent spoke and did not acknowledge.</summary>
    Missed = 3,
}
