using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Everything the gRPC server can say.</summary>
internal static partial class GrpcServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Request content type '{ContentType}' is not supported.")]
    public static partial void UnsupportedContentType(ILogger logger, string? contentType);

    [LoggerMessage(2, LogLevel.Information, "Request protocol '{Protocol}' is not supported: gRPC needs HTTP/2.")]
    public static partial void UnsupportedProtocol(ILogger logger, string protocol);

    [LoggerMessage(3, LogLevel.Information, "{Method} ended with {StatusCode}: {Detail}")]
    public static partial void CallRefused(
        ILogger logger, string method, StatusCode statusCode, string detail, Exception? exception);

    [LoggerMessage(4, LogLevel.Information, "{Method} was given up by its client.")]
    public static partial void CallCancelled(ILogger logger, string method, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "{Method} failed.")]
    public static partial void CallFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "{Method} did not end before its deadline.")]
    public static partial void DeadlinePassed(ILogger logger, string method);

    [LoggerMessage(7, LogLevel.Debug, "{Method}: the grpc-timeout header '{Timeout}' is malformed and ignored.")]
    public static partial void TimeoutIgnored(ILogger logger, string method, string? timeout);

    [LoggerMessage(8, LogLevel.Debug, "{Method}: the answer to a passed deadline did not reach the client.")]
    public static partial void DeadlineAnswerLost(ILogger logger, string method, Exception exception);
}
