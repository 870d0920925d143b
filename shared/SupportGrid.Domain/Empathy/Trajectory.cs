namespace SupportGrid.Domain.Empathy;

/// <summary>How the customer fares through the conversation. Names are persisted.</summary>
public enum Trajectory
{
    Calm = 1,
    Strained = 2,
    Upset = 3,

    /// <summary>After strained or upset: the customer thanked, or two turns were not negative.</summary>
    Recovering = 4,
}
