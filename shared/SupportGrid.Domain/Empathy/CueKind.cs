namespace SupportGrid.Domain.Empathy;

/// <summary>What a cue points at. Names are persisted, and stand in lower case in configurations.</summary>
public enum CueKind
{
    /// <summary>The customer became strained or upset, or is angry or dissatisfied in this turn.</summary>
    Distress = 1,

    /// <summary>The customer is anxious.</summary>
    Worry = 2,

    /// <summary>The customer is sad.</summary>
    Sorrow = 3,

    /// <summary>The customer does not understand.</summary>
    Confusion = 4,

    /// <summary>The customer waits, or has waited, too long.</summary>
    Waiting = 5,

    /// <summary>The customer has to go a long way: again, repeated, transferred, restated.</summary>
    Effort = 6,

    /// <summary>Questions of the customer stay unanswered.</summary>
    Unanswered = 7,

    /// <summary>The customer demands a human, or money back.</summary>
    Demand = 8,

    /// <summary>The customer demands a superior, complains formally or names a regulator.</summary>
    Escalation = 9,

    /// <summary>The turn offends.</summary>
    Abuse = 10,

    /// <summary>The customer thanks: a good moment to close warmly.</summary>
    Closing = 11,
}
