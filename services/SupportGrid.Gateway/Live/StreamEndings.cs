using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Live.Cursors;

namespace SupportGrid.Gateway.Live;

/// <summary>Every way in which a live stream ends other than with OK: status, stable reason, sentence.</summary>
public static class StreamEndings
{
    public static RpcException ConsumerTooSlow() => Of(
        StatusCode.Aborted,
        EdgeReasons.ConsumerTooSlow,
        "The client did not take a response in time; resume from its last cursor.");

    public static RpcException Draining() => EdgeErrors.Failed(
        EdgeReasons.Draining, "This server is going down; resume from the last cursor elsewhere.", isRetryable: true);

    public static RpcException TokenExpired() => Of(
        StatusCode.Unauthenticated,
        EdgeReasons.TokenExpired,
        "The token has expired; resume from the last cursor with a new one.");

    public static RpcException NotSignedIn() => EdgeErrors.Refused(AgentRefusals.NotSignedIn);

    public static RpcException SignedOut() => Of(
        StatusCode.FailedPrecondition, EdgeReasons.SignedOut, "The session has ended.");

    public static RpcException UnknownInteraction() => EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);

    public static RpcException UnknownQueue() => EdgeErrors.Refused(GrainRefusals.QueueUnknown);

    public static RpcException BoardUnavailable() => EdgeErrors.Failed(
        EdgeReasons.BoardUnavailable, "The board cannot be read at the moment; try again.", isRetryable: true);

    public static RpcException Of(CursorProblem problem) => problem switch
    {
        CursorProblem.Malformed => Of(
            StatusCode.InvalidArgument, EdgeReasons.CursorMalformed, "This is no cursor of this service; list again."),
        CursorProblem.Foreign => Of(
            StatusCode.InvalidArgument,
            EdgeReasons.CursorForeign,
            "The cursor belongs to another view or another log; list again."),
        CursorProblem.InFuture => Of(
            StatusCode.OutOfRange, EdgeReasons.CursorInFuture, "The cursor lies beyond the end of the log; list again."),
        CursorProblem.TooOld => Of(
            StatusCode.OutOfRange, EdgeReasons.CursorTooOld, "What follows the cursor is not kept any more; list again."),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Not a problem."),
    };

    private static RpcException Of(StatusCode code, string reason, string sentence) =>
        EdgeErrors.Of(code, reason, sentence);
}
