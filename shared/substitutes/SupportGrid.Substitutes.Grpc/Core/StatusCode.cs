namespace Grpc.Core;

/// <summary>The outcome of a call. The numbers are those of the gRPC protocol.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was given up, as a rule by the caller.</summary>
    Cancelled = 1,

    /// <summary>A failure about which the other side says nothing.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed first. The work may have been done all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a size limit was exceeded.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the system forbids it; retrying without a change is pointless.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with another caller; retry at a higher level.</summary>
    Aborted = 10,

    /// <summary>Past the valid range, which may grow.</summary>
    OutOfRange = 11,

    /// <summary>No such service or method, or a feature that is not supported.</summary>
    Unimplemented = 12,

    /// <summary>An invariant is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now; retrying may help.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
