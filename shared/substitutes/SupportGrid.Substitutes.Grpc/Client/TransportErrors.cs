using System.Net.Sockets;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Turns failures of the transport into statuses.</summary>
internal static class TransportErrors
{
    private const long RefusedStream = 0x7;
    private const long Cancel = 0x8;
    private const long EnhanceYourCalm = 0xB;
    private const long InadequateSecurity = 0xC;

    /// <summary>The status of a failure.</summary>
    public static Status ToStatus(Exception exception) => exception is RpcException rpc
        ? rpc.Status
        : new Status(CodeOf(exception), $"The call failed. {Describe(exception)}", exception);

    private static StatusCode CodeOf(Exception exception) => exception switch
    {
        HttpProtocolException reset => FromReset(reset.ErrorCode),
        HttpRequestException { InnerException: HttpProtocolException reset } => FromReset(reset.ErrorCode),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => StatusCode.Unavailable,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => StatusCode.Unavailable,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => StatusCode.Unavailable,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => StatusCode.Unavailable,
        HttpRequestException { InnerException: IOException or SocketException } => StatusCode.Unavailable,
        IOException or SocketException => StatusCode.Unavailable,
        OperationCanceledException => StatusCode.Cancelled,
        _ => StatusCode.Internal,
    };

    private static StatusCode FromReset(long code) => code switch
    {
        RefusedStream => StatusCode.Unavailable,
        Cancel => StatusCode.Cancelled,
        EnhanceYourCalm => StatusCode.ResourceExhausted,
        InadequateSecurity => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    private static string Describe(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.Message}";
        return exception.InnerException is { } inner ? $"{text} {inner.GetType().Name}: {inner.Message}" : text;
    }
}
