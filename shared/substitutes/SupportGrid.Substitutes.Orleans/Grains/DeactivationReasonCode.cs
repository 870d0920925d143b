namespace Orleans;

/// <summary>Why an activation ends, for programs. The numbers are those of the original.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None = 0,

    /// <summary>The process stops.</summary>
    ShuttingDown = 1,

    /// <summary>Building or activating the grain failed.</summary>
    ActivationFailed = 2,

    /// <summary>The directory failed; never in a single process.</summary>
    DirectoryFailure = 3,

    /// <summary>It was idle for its collection age.</summary>
    ActivationIdle = 4,

    /// <summary>It did not respond; never in a single process.</summary>
    ActivationUnresponsive = 5,

    /// <summary>Another activation exists; never in a single process.</summary>
    DuplicateActivation = 6,

    /// <summary>A call needs another version; never in a single process.</summary>
    IncompatibleRequest = 7,

    /// <summary>A grain method ended in an error that leaves its state in doubt.</summary>
    ApplicationError = 8,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested = 9,

    /// <summary>It moves; never in a single process.</summary>
    Migrating = 10,

    /// <summary>The engine asked for it.</summary>
    RuntimeRequested = 11,

    /// <summary>Memory is short; never in this engine.</summary>
    HighMemoryPressure = 12,
}
