using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace SupportGrid.Client;

/// <summary>Reads what SupportGrid says about an error beside the status code.</summary>
public static class RpcErrors
{
    private const string DetailsKey = "grpc-status-details-bin";
    private const string Domain = "supportgrid";

    /// <summary>
    /// Ways in which a server ends a stream that goes on at its last cursor, with or without RetryInfo.
    /// </summary>
    private static readonly HashSet<string> StreamInterruptions = ["BOARD_UNAVAILABLE", "CONSUMER_TOO_SLOW", "DRAINING"];

    private static readonly HashSet<string> CursorRefusals =
        ["CURSOR_FOREIGN", "CURSOR_IN_FUTURE", "CURSOR_MALFORMED", "CURSOR_TOO_OLD"];

    /// <summary>
    /// The stable reason, such as <c>OFFER_NOT_CURRENT</c>; empty when the error does not come from SupportGrid.
    /// </summary>
    /// <remarks>Field 1 of ErrorInfo; the version of the type that we compile against still calls it "type".</remarks>
    public static string ReasonOf(RpcException error) =>
        Detail<ErrorInfo>(error) is { Domain: Domain } info ? info.Type : "";

    /// <summary>The fields that are wrong, with the rule that each breaks.</summary>
    public static IReadOnlyList<(string Field, string Rule)> InvalidFieldsOf(RpcException error) =>
        Detail<BadRequest>(error)?.FieldViolations.Select(v => (v.Field, v.Description)).ToArray() ?? [];

    /// <summary>How long the server asks to wait before the next try, or null.</summary>
    public static TimeSpan? RetryDelayOf(RpcException error) => Detail<RetryInfo>(error)?.RetryDelay?.ToTimeSpan();

    /// <summary>
    /// Whether the same request may be sent again: mutating requests carry a request id, so a repeat is safe even when
    /// the first one arrived.
    /// </summary>
    /// <remarks>
    /// The server's own word decides, never its status alone: RESOURCE_EXHAUSTED is a call rate that is over in a
    /// moment (with RetryInfo) or a limit that no repeat lifts (without). Without a reason nobody of ours has answered:
    /// then a connection that failed and a deadline that passed may be tried again.
    /// </remarks>
    public static bool IsTransient(RpcException error) => ReasonOf(error) is { Length: > 0 } reason
        ? RetryDelayOf(error) is not null || StreamInterruptions.Contains(reason)
        : error.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded;

    /// <summary>
    /// Whether the server cannot go on from the cursor that it was given: forget it, and what was folded, and list
    /// again.
    /// </summary>
    public static bool IsCursorRefused(RpcException error) => CursorRefusals.Contains(ReasonOf(error));

    private static T? Detail<T>(RpcException error)
        where T : class, IMessage<T>, new()
    {
        if (error.Trailers.GetValueBytes(DetailsKey) is not { } bytes)
        {
            return null;
        }

        try
        {
            var any = Google.Rpc.Status.Parser.ParseFrom(bytes).Details.FirstOrDefault(d => d.Is(new T().Descriptor));
            return any?.Unpack<T>();
        }
        catch (InvalidProtocolBufferException)
        {
            // Something between us and the server wrote it: an error without details.
            return null;
        }
    }
}
