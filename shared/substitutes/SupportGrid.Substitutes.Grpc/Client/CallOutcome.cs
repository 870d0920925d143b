using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>How a call ended. The trailers are built when they are asked for: few callers want them.</summary>
internal sealed class CallOutcome(Status status, HttpResponseMessage? response)
{
    private Metadata? _trailers;

    public Status Status => status;

    /// <summary>Set when the caller ended the call, by token, deadline or disposal.</summary>
    public CallEnd End { get; init; }

    public Metadata Trailers => _trailers ??= response is null ? [] : ResponseMetadata.TrailersOf(response);
}
