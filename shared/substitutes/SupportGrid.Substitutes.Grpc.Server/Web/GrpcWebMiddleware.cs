using Grpc.AspNetCore.Server.Calls;
using Grpc.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Web;

/// <summary>
/// Marks gRPC-Web calls to endpoints that speak it. The endpoint itself reads and writes the other form: the status
/// always travels in the body, so that a browser sees it whatever headers CORS exposes.
/// </summary>
internal sealed class GrpcWebMiddleware(RequestDelegate next, GrpcWebOptions options)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (ModeOf(http) is { } mode && IsEnabled(http))
        {
            http.Features.Set(mode);
        }

        return next(http);
    }

    private static GrpcWebMode? ModeOf(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType is not { } contentType)
        {
            return null;
        }

        var textRequest = GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebTextContentType, contentType);
        if (!textRequest && !GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebContentType, contentType))
        {
            return null;
        }

        // The answer has the form the client accepts, or that of the request.
        string? accept = http.Request.Headers.Accept;
        var textResponse = GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebTextContentType, accept)
            || (textRequest && !GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebContentType, accept));
        return new GrpcWebMode(textRequest, textResponse, ResponseType(textResponse, contentType));
    }

    private static string ResponseType(bool text, string contentType)
    {
        var type = text ? GrpcHeaderNames.WebTextContentType : GrpcHeaderNames.WebContentType;
        var codec = contentType.IndexOf('+', StringComparison.Ordinal);
        return codec < 0 ? type : string.Concat(type, contentType.AsSpan(codec));
    }

    private bool IsEnabled(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IGrpcWebEnabledMetadata>()?.GrpcWebEnabled ?? options.DefaultEnabled;
}
