namespace SupportGrid.Gateway.Live.Cursors;

/// <summary>Why a cursor cannot be resumed from.</summary>
public enum CursorProblem
{
    /// <summary>None: the position can be resumed from.</summary>
    None,

    /// <summary>No cursor of ours, or one that was tampered with.</summary>
    Malformed,

    /// <summary>Given out for another tenant, view or subject, or for another log.</summary>
    Foreign,

    /// <summary>Beyond the head of the log.</summary>
    InFuture,

    /// <summary>Before what is kept, or too far behind: the client must list again.</summary>
    TooOld,
}
