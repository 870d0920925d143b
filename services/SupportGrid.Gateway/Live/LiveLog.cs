using Microsoft.Extensions.Logging;

namespace SupportGrid.Gateway.Live;

/// <summary>Everything that the live streams say to the operator. Never what a customer or an agent wrote.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(
        4101,
        LogLevel.Error,
        "The event at position {Position} of type {Type} cannot be folded; its watchers end.")]
    public static partial void EventNotFolded(ILogger logger, long position, string type, Exception broken);

    [LoggerMessage(4102, LogLevel.Error, "The log cannot be followed any more; all streams end.")]
    public static partial void LogLost(ILogger logger, Exception broken);

    [LoggerMessage(4103, LogLevel.Warning, "A desk stream could not be renewed; it is tried again.")]
    public static partial void DeskNotRenewed(ILogger logger, Exception broken);

    [LoggerMessage(
        4104,
        LogLevel.Warning,
        "The end of a desk stream could not be told; its session ends it by itself.")]
    public static partial void DeskNotDisconnected(ILogger logger, Exception broken);

    [LoggerMessage(4105, LogLevel.Warning, "Live numbers could not be read; the last ones stay until they can.")]
    public static partial void NumbersNotRead(ILogger logger, Exception broken);

    [LoggerMessage(4106, LogLevel.Error, "A board cannot be folded any more; its watchers end and may come back.")]
    public static partial void BoardLost(ILogger logger, Exception broken);
}
