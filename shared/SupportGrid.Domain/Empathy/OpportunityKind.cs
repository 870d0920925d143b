namespace SupportGrid.Domain.Empathy;

/// <summary>What a turn of the customer calls to be acknowledged for. Names are persisted.</summary>
public enum OpportunityKind
{
    /// <summary>Anger or dissatisfaction.</summary>
    Distress = 1,

    Worry = 2,

    Sorrow = 3,

    /// <summary>The customer says how hard it was.</summary>
    Effort = 4,
}
