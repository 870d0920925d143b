using Grpc.Core;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Live.Cursors;

namespace SupportGrid.Gateway.Live;

/// <summary>Every way in which a live stream ends other than with OK: status, stable reason, sentence.</summary>
public static class StreamEndings
{
    public static RpcException ConsumerTooSlow() => Of(
        StatusCode.Aborted,
        "CONSUMER_TOO_SLOW",
        "The client did not take a response in time; resume from its last cursor.");

    public static RpcException Draining() => Of(
        StatusCode.Unavailable, "DRAINING", "This server is going down; resume from the last cursor elsewhere.");

    public static RpcException TokenExpired() => Of(
        StatusCode.Unauthenticated,
        "TOKEN_EXPIRED",
        "The token has expired; resume from the last cursor with a new one.");

    public static RpcException NotSignedIn() => Of(
        StatusCode.FailedPrecondition, "NOT_SIGNED_IN", "There is no session; sign in first.");

    public static RpcException SignedOut() => Of(
        StatusCode.FailedPrecondition, "SIGNED_OUT", "The session has ended.");

    public static RpcException UnknownInteraction() => Of(
        StatusCode.NotFound, "NO_SUCH_INTERACTION", "This interaction does not exist.");

    public static RpcException UnknownQueue() => Of(
        StatusCode.NotFound, "QUEUE_UNKNOWN", "There is no such queue.");

    public static RpcException BoardUnavailable() => Of(
        StatusCode.Unavailable, "BOARD_UNAVAILABLE", "The board cannot be read at the moment; try again.");

    public static RpcException Of(CursorProblem problem) => problem switch
    {
        CursorProblem.Malformed => Of(
            StatusCode.InvalidArgument, "CURSOR_MALFORMED", "This is no cursor of this service; list again."),
        CursorProblem.Foreign => Of(
            StatusCode.InvalidArgument,
            "CURSOR_FOREIGN",
            "The cursor belongs to another view or another log; list again."),
        CursorProblem.InFuture => Of(
            StatusCode.OutOfRange, "CURSOR_IN_FUTURE", "The cursor lies beyond the end of the log; list again."),
        CursorProblem.TooOld => Of(
            StatusCode.OutOfRange, "CURSOR_TOO_OLD", "What follows the cursor is not kept any more; list again."),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Not a problem."),
    };

    private static RpcException Of(StatusCode code, string reason, string sentence) =>
        EdgeErrors.Of(code, reason, sentence);
}
