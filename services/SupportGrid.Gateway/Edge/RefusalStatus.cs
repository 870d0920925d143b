using System.Collections.Frozen;
using Grpc.Core;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// The one table from refusal to gRPC status. NOT_FOUND: it is not there (for this caller). FAILED_PRECONDITION: the
/// state does not allow it now. INVALID_ARGUMENT: no state would. PERMISSION_DENIED: another caller might.
/// RESOURCE_EXHAUSTED: a limit of the entity. ABORTED: decided on what is no longer so; read again and retry.
/// ALREADY_EXISTS: the id is taken.
/// </summary>
public static class RefusalStatus
{
    private static readonly FrozenDictionary<string, StatusCode> Table = new Dictionary<string, StatusCode>
    {
        ["NO_SUCH_INTERACTION"] = StatusCode.NotFound,
        ["NO_SUCH_DECISION"] = StatusCode.NotFound,
        ["NO_SUCH_CUE"] = StatusCode.NotFound,
        ["AGENT_ELSEWHERE"] = StatusCode.FailedPrecondition,
        ["AGENT_UNKNOWN"] = StatusCode.NotFound,
        ["QUEUE_UNKNOWN"] = StatusCode.NotFound,

        ["GUESTS_NOT_ADMITTED"] = StatusCode.PermissionDenied,
        ["NOT_YOUR_INTERACTION"] = StatusCode.PermissionDenied,
        ["OFFER_NOT_YOURS"] = StatusCode.PermissionDenied,

        ["SUBJECT_TOO_LONG"] = StatusCode.InvalidArgument,
        ["TEXT_EMPTY"] = StatusCode.InvalidArgument,
        ["TEXT_TOO_LONG"] = StatusCode.InvalidArgument,
        ["NOTE_TOO_LONG"] = StatusCode.InvalidArgument,
        ["REASON_TOO_LONG"] = StatusCode.InvalidArgument,
        ["COMMENT_TOO_LONG"] = StatusCode.InvalidArgument,
        ["RATING_OUT_OF_RANGE"] = StatusCode.InvalidArgument,
        ["PRIORITY_OUT_OF_RANGE"] = StatusCode.InvalidArgument,
        ["WRAP_UP_CODE_UNKNOWN"] = StatusCode.InvalidArgument,
        ["WRAP_UP_CODE_REQUIRED"] = StatusCode.InvalidArgument,
        ["TRANSFER_TO_SELF"] = StatusCode.InvalidArgument,
        ["NAME_TOO_LONG"] = StatusCode.InvalidArgument,
        ["IDENTITY_MALFORMED"] = StatusCode.InvalidArgument,
        ["CONFIGURATION_INVALID"] = StatusCode.InvalidArgument,
        ["CUE_LABEL_UNKNOWN"] = StatusCode.InvalidArgument,

        ["MESSAGE_ID_REUSED"] = StatusCode.AlreadyExists,
        ["REQUEST_ID_REUSED"] = StatusCode.AlreadyExists,
        ["CLAIM_TAKEN"] = StatusCode.AlreadyExists,

        ["CONFIGURATION_VERSION"] = StatusCode.Aborted,

        ["TRANSCRIPT_FULL"] = StatusCode.ResourceExhausted,
        ["TRANSFER_LIMIT"] = StatusCode.ResourceExhausted,
        ["REOPEN_LIMIT"] = StatusCode.ResourceExhausted,
        ["TOO_MANY_IDENTITIES"] = StatusCode.ResourceExhausted,
        ["TOO_MANY_OPEN_INTERACTIONS"] = StatusCode.ResourceExhausted,
        ["TOO_MANY_CONNECTIONS"] = StatusCode.ResourceExhausted,

        ["OFFER_NOT_CURRENT"] = StatusCode.FailedPrecondition,
        ["OFFER_EXPIRED"] = StatusCode.FailedPrecondition,
        ["ALREADY_CONNECTED"] = StatusCode.FailedPrecondition,
        ["QUEUE_RETIRED"] = StatusCode.FailedPrecondition,
        ["QUEUE_CLOSED"] = StatusCode.FailedPrecondition,
        ["INTERACTION_ENDED"] = StatusCode.FailedPrecondition,
        ["NOT_CONNECTED"] = StatusCode.FailedPrecondition,
        ["NOT_WAITING"] = StatusCode.FailedPrecondition,
        ["DIRECTED_ELSEWHERE"] = StatusCode.FailedPrecondition,
        ["WRAP_UP_NOT_STARTED"] = StatusCode.FailedPrecondition,
        ["ALREADY_CLOSED"] = StatusCode.FailedPrecondition,
        ["REOPEN_WINDOW_OVER"] = StatusCode.FailedPrecondition,
        ["NOT_SIGNED_IN"] = StatusCode.FailedPrecondition,
        ["AGENT_HAS_WORK"] = StatusCode.FailedPrecondition,
        ["CUE_ALREADY_ANSWERED"] = StatusCode.FailedPrecondition,
        ["CONTACT_NOT_OVER"] = StatusCode.FailedPrecondition,
        ["ALREADY_RATED"] = StatusCode.FailedPrecondition,
        ["RATING_WINDOW_OVER"] = StatusCode.FailedPrecondition,
        ["READING_SETTLED"] = StatusCode.FailedPrecondition,
        ["LOCAL_ISSUER_OFF"] = StatusCode.FailedPrecondition,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A code that is not in the table is a refusal all the same, never an error of ours.</summary>
    public static StatusCode Of(string code) => Table.GetValueOrDefault(code, StatusCode.FailedPrecondition);

    /// <summary>Whether somebody has decided the code's status.</summary>
    public static bool Knows(string code) => Table.ContainsKey(code);
}
