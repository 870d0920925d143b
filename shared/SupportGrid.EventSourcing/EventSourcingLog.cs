using Microsoft.Extensions.Logging;

namespace SupportGrid.EventSourcing;

/// <summary>Everything that the shell can say. No personal data: streams are named as
/// <see cref="StreamLabel"/> says, and their content is not.</summary>
internal static partial class EventSourcingLog
{
    [LoggerMessage(1001, LogLevel.Warning, "Reaction {Kind} failed at attempt {Attempt}; it is tried again.")]
    public static partial void ReactionFailed(ILogger logger, Exception exception, string kind, int attempt);

    [LoggerMessage(1002, LogLevel.Error, "Reaction {Kind} failed {Attempts} times; it and what follows it in its stream wait, and it is tried again.")]
    public static partial void ReactionStuck(ILogger logger, Exception exception, string kind, int attempts);

    [LoggerMessage(1003, LogLevel.Warning, "{Count} reactions could not be marked as done; they are carried out again.")]
    public static partial void CompletionFailed(ILogger logger, Exception exception, int count);

    [LoggerMessage(1004, LogLevel.Information, "Stream {Stream} was changed by another activation; reading on from version {Version}.")]
    public static partial void Overtaken(ILogger logger, string stream, long version);

    [LoggerMessage(1005, LogLevel.Warning, "Snapshot of stream {Stream} could not be used; the log is read from its start.")]
    public static partial void SnapshotUnusable(ILogger logger, Exception exception, string stream);

    [LoggerMessage(1006, LogLevel.Warning, "Snapshot of stream {Stream} could not be written; the log has everything.")]
    public static partial void SnapshotNotWritten(ILogger logger, Exception exception, string stream);

    [LoggerMessage(1007, LogLevel.Warning, "A command for stream {Stream} could not be carried out: the log is unavailable.")]
    public static partial void LogUnavailable(ILogger logger, Exception exception, string stream);
}
