using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SupportGrid.Gateway.Guests;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Web;

/// <summary>
/// Serves the pages to browsers: files by their names, and the application at the addresses of its pages. Everything
/// else goes on to the API.
/// </summary>
internal sealed class WebPages(
    RequestDelegate next, WebFiles files, GuestQueues guests, GatewayOptions options)
{
    private const string Application = "/index.html";
    private const string Chat = "/chat.html";
    private const string Demo = "/chat/demo.html";
    private const string Forever = "public, max-age=31536000, immutable";

    private const string Missing =
        "The pages of SupportGrid are not there: this server was built where Node.js was missing. Install Node.js 20.19 or "
        + "newer and build again (dotnet build). The API works: gRPC and gRPC-Web; health is at /healthz/ready.\n";

    /// <summary>Addresses of the application; below them it finds its way by itself.</summary>
    private static readonly string[] Pages = ["/desk", "/wallboard", "/floor", "/admin"];

    private readonly string _applicationPolicy = Policy("'none'");

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return next(http);
        }

        // Files first: /chat/widget.js lies below a page.
        var name = files.Find(path) is null ? PageOf(path) ?? path : path;
        if (files.Find(name) is { } file)
        {
            return SendAsync(http, name, file);
        }

        return files.IsEmpty && PageOf(path) is not null ? SayMissingAsync(http) : next(http);
    }

    /// <summary>The file that stands behind the address of a page; null for any other path.</summary>
    private static string? PageOf(string path)
    {
        if (path is "/" || Array.Exists(Pages, p => IsAtOrBelow(path, p)))
        {
            return Application;
        }

        return path is "/chat/demo" ? Demo : IsAtOrBelow(path, "/chat") ? Chat : null;
    }

    private static bool IsAtOrBelow(string path, string page) =>
        path.StartsWith(page, StringComparison.Ordinal) && (path.Length == page.Length || path[page.Length] == '/');

    /// <summary>
    /// Nothing comes from elsewhere and nothing is inline, so a text that somebody writes can never become a script.
    /// </summary>
    private static string Policy(string frameAncestors) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; "
        + $"base-uri 'none'; form-action 'none'; frame-ancestors {frameAncestors}";

    /// <summary>
    /// Which pages may show the chat of a tenant in a frame, its configuration says; the browser holds to it.
    /// </summary>
    private async ValueTask<string> ChatPolicyAsync(HttpRequest request)
    {
        var tenant = request.Query["tenant"].ToString();
        var origins = IdFormat.IsValid(tenant) ? (await guests.Of(tenant)).Origins : [];
        return Policy(string.Join(' ', ["'self'", .. options.AllowedOrigins, .. origins]));
    }

    private async Task SendAsync(HttpContext http, string name, WebFile file)
    {
        var headers = http.Response.Headers;
        var isChat = name is Chat;
        headers.ContentSecurityPolicy = isChat ? await ChatPolicyAsync(http.Request) : _applicationPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (!isChat)
        {
            headers.XFrameOptions = "DENY";
        }

        headers.CacheControl = file.IsHashed ? Forever : "no-cache";
        headers.ETag = file.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (http.Request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (bytes, encoding) = Choose(http.Request, file);
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    private static (byte[] Bytes, string? Encoding) Choose(HttpRequest request, WebFile file)
    {
        var takes = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) => takes.Any(e =>
            e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);

        return file switch
        {
            { Brotli: { } brotli } when Takes("br") => (brotli, "br"),
            { Gzip: { } gzip } when Takes("gzip") => (gzip, "gzip"),
            _ => (file.Plain, null),
        };
    }

    private static Task SayMissingAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(Missing, http.RequestAborted);
    }
}
