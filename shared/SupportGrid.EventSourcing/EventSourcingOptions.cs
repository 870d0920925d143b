namespace SupportGrid.EventSourcing;

/// <summary>Limits of the event-sourcing shell.</summary>
public sealed class EventSourcingOptions
{
    /// <summary>Events after which a snapshot is written.</summary>
    public int SnapshotEveryEvents { get; set; } = 200;

    /// <summary>Events since the last snapshot from which on deactivation writes one.</summary>
    public int SnapshotOnDeactivationEvents { get; set; } = 50;

    /// <summary>Answered request ids that a stream remembers; older ones are decided anew.</summary>
    public int JournalEntriesMax { get; set; } = 1024;

    /// <summary>
    /// Answers without an event that an activation remembers: refusals, and "it is so already". They are lost with it.
    /// </summary>
    public int UnrecordedAnswersMax { get; set; } = 64;

    /// <summary>How often a command is decided anew because another activation appended first.</summary>
    public int ConflictRetriesMax { get; set; } = 3;

    /// <summary>Events read from the store at a time.</summary>
    public int ReadPageEvents { get; set; } = 500;

    /// <summary>Every so many failed tries of one reaction are an error in the log; the others are warnings.</summary>
    public int ReactionAlarmAttempts { get; set; } = 8;

    /// <summary>Pause before the second try of a reaction, in milliseconds; doubles with each try.</summary>
    public int ReactionBackoffMs { get; set; } = 50;

    /// <summary>Longest pause between two tries of a reaction, in milliseconds.</summary>
    public int ReactionBackoffMsMax { get; set; } = 5_000;
}
