using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Refuses requests of web pages whose origin is neither our own nor on the list. Browsers ask first (CORS); this also
/// stops what they would send without asking.
/// </summary>
public sealed class OriginGuard(RequestDelegate next, GatewayOptions options, ILogger<OriginGuard> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length == 0 || IsOwn(context.Request, origin) || options.AllowedOrigins.Contains(origin))
        {
            return next(context);
        }

        logger.OriginRefused();
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Host names the address that the browser itself asked for; forwarded headers are not looked at. Any name can be
    /// made to lead to this machine, and its pages with it: what comes in over loopback is ours only under loopback's
    /// own names.
    /// </summary>
    private static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && (uri.IsLoopback || !IsFromThisMachine(request.HttpContext.Connection));

    private static bool IsFromThisMachine(ConnectionInfo connection) =>
        connection.LocalIpAddress is null || IPAddress.IsLoopback(connection.LocalIpAddress);
}
