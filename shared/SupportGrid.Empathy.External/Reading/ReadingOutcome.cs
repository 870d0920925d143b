namespace SupportGrid.Empathy.External.Reading;

/// <summary>How asking a brain ended. In every case but the first the built-in reading stands.</summary>
public enum ReadingOutcome
{
    /// <summary>There is a reading.</summary>
    Read,

    /// <summary>The time limit was over.</summary>
    TimedOut,

    /// <summary>
    /// The service failed: not reached, an error, an answer that is none of its protocol or too long.
    /// </summary>
    Failed,

    /// <summary>The model answered something else than the numbers that were asked for.</summary>
    Invalid,

    /// <summary>As many calls as allowed are under way and wait.</summary>
    Busy,

    /// <summary>The service failed too often; it is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The rules that take personal data out did not end in time; nothing was passed on.</summary>
    Unredacted,
}
