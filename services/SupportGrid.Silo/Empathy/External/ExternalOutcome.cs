namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// What became of a turn that was to be read outside. In every case but the first the built-in reading stands.
/// </summary>
public enum ExternalOutcome
{
    /// <summary>Its reading was revised.</summary>
    Revised,

    /// <summary>The actor took no revision any more: the contact is over, or too much was said since.</summary>
    Settled,

    /// <summary>The queue of turns that wait was full.</summary>
    QueueFull,

    /// <summary>It waited until it was too late to revise it.</summary>
    TooOld,

    /// <summary>The queue's policy allows it no more.</summary>
    Withdrawn,

    /// <summary>The budget of the hour or of the day is used up.</summary>
    BudgetUsedUp,

    /// <summary>The service did not answer within the time limit.</summary>
    TimedOut,

    /// <summary>The service failed.</summary>
    Failed,

    /// <summary>The model answered something else than the numbers that were asked for.</summary>
    Invalid,

    /// <summary>More calls than the service may have.</summary>
    Busy,

    /// <summary>The service failed too often and is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>Personal data could not be taken out in time: nothing left.</summary>
    Unredacted,

    /// <summary>An actor did not answer: before the question, so that nothing left, or after it.</summary>
    Unreachable,
}
