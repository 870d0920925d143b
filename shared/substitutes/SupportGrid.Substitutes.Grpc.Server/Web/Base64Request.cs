using System.IO.Pipelines;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Web;

/// <summary>The body of a text-mode gRPC-Web request.</summary>
internal static class Base64Request
{
    public static PipeReader Decode(HttpRequest request) =>
        PipeReader.Create(new Base64DecodingStream(request.Body), new StreamPipeReaderOptions(leaveOpen: true));
}
