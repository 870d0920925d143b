using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace SupportGrid.Client.Tests.Support;

/// <summary>Errors as the server writes them.</summary>
internal static class Errors
{
    /// <summary>Of a proxy, or of the transport: no reason.</summary>
    public static RpcException Bare(StatusCode code) => new(new Grpc.Core.Status(code, "bare"));

    public static RpcException Of(StatusCode code, string reason, TimeSpan? retryAfter = null)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = reason };
        status.Details.Add(Any.Pack(new ErrorInfo { Type = reason, Domain = "supportgrid" }));
        if (retryAfter is { } after)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after) }));
        }

        return WithDetails(code, status.ToByteArray());
    }

    public static RpcException WithDetails(StatusCode code, byte[] details) =>
        new(new Grpc.Core.Status(code, "told in details"), new Metadata { { "grpc-status-details-bin", details } });
}
