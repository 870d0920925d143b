using System.Net.Http.Headers;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The body of a gRPC request. Its length is never announced.</summary>
internal abstract class GrpcContent : HttpContent
{
    private static readonly MediaTypeHeaderValue ContentType = new(GrpcHeaderNames.ContentType);

    protected GrpcContent() => Headers.ContentType = ContentType;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
