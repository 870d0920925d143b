using Google.Rpc;
using Grpc.Core;

namespace SupportGrid.Client;

/// <summary>Reads what SupportGrid says about an error beside the status code.</summary>
public static class RpcErrors
{
    private const string DetailsKey = "grpc-status-details-bin";

    /// <summary>The stable reason, such as <c>OFFER_NOT_CURRENT</c>; empty when the error does not come from SupportGrid.</summary>
    /// <remarks>Field 1 of ErrorInfo; the version of the type that we compile against still calls it "type".</remarks>
    public static string ReasonOf(RpcException error) => Detail<ErrorInfo>(error)?.Type ?? "";

    /// <summary>The fields that are wrong, with the rule that each breaks.</summary>
    public static IReadOnlyList<(string Field, string Rule)> InvalidFieldsOf(RpcException error) =>
        Detail<BadRequest>(error)?.FieldViolations.Select(v => (v.Field, v.Description)).ToArray() ?? [];

    /// <summary>How long the server asks to wait before the next try, or null.</summary>
    public static TimeSpan? RetryDelayOf(RpcException error) => Detail<RetryInfo>(error)?.RetryDelay?.ToTimeSpan();

    /// <summary>
    /// Whether the same request may be sent again: mutating requests carry a request id, so a repeat is safe even when the
    /// first one arrived.
    /// </summary>
    public static bool IsTransient(RpcException error) =>
        error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted
            or StatusCode.Aborted;

    private static T? Detail<T>(RpcException error)
        where T : class, Google.Protobuf.IMessage<T>, new()
    {
        var bytes = error.Trailers.GetValueBytes(DetailsKey);
        if (bytes is null)
        {
            return null;
        }

        foreach (var any in Google.Rpc.Status.Parser.ParseFrom(bytes).Details)
        {
            if (any.TryUnpack<T>(out var detail))
            {
                return detail;
            }
        }

        return null;
    }
}
