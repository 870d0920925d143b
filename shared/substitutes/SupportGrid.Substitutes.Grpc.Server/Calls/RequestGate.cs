using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Turns away requests that are no gRPC calls.</summary>
internal static class RequestGate
{
    /// <summary>Whether the request is a call; if not, it has been answered. The mode is null for plain gRPC.</summary>
    public static bool Admits(HttpContext http, ILogger logger, out GrpcWebMode? web)
    {
        web = null;
        var contentType = http.Request.ContentType;
        if (GrpcHeaderNames.IsContentType(GrpcHeaderNames.ContentType, contentType))
        {
            return HasTrailers(http, logger);
        }

        web = http.Features.Get<GrpcWebMode>();
        if (web is not null)
        {
            return true;
        }

        GrpcServerLog.UnsupportedContentType(logger, contentType);
        Refuse(http, StatusCodes.Status415UnsupportedMediaType, contentType is null
            ? "Content-Type is missing from the request."
            : $"Content-Type '{contentType}' is not supported.");
        return false;
    }

    private static bool HasTrailers(HttpContext http, ILogger logger)
    {
        var protocol = http.Request.Protocol;
        if (HttpProtocol.IsHttp2(protocol) || HttpProtocol.IsHttp3(protocol))
        {
            return true;
        }

        GrpcServerLog.UnsupportedProtocol(logger, protocol);
        http.Response.Headers.Upgrade = "HTTP/2";
        Refuse(http, StatusCodes.Status426UpgradeRequired, $"Request protocol '{protocol}' is not supported.");
        return false;
    }

    private static void Refuse(HttpContext http, int httpStatus, string detail)
    {
        http.Response.StatusCode = httpStatus;
        http.Response.Headers.GrpcStatus = StatusText.Of(StatusCode.Internal);
        http.Response.Headers.GrpcMessage = PercentEncoding.Encode(detail);
    }
}
