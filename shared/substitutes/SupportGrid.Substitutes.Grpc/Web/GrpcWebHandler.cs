using System.Net;
using System.Net.Http.Headers;
using Grpc.Wire;

namespace Grpc.Net.Client.Web;

/// <summary>Sends the calls of a channel as gRPC-Web, which HTTP/1.1 and browsers can carry.</summary>
public sealed class GrpcWebHandler : DelegatingHandler
{
    /// <summary>A binary handler whose inner handler is set later.</summary>
    public GrpcWebHandler()
    {
    }

    /// <summary>A binary handler.</summary>
    public GrpcWebHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
    }

    /// <summary>A handler whose inner handler is set later.</summary>
    public GrpcWebHandler(GrpcWebMode mode) => GrpcWebMode = mode;

    /// <summary>A handler.</summary>
    public GrpcWebHandler(GrpcWebMode mode, HttpMessageHandler innerHandler)
        : base(innerHandler) => GrpcWebMode = mode;

    /// <summary>Binary or text.</summary>
    public GrpcWebMode GrpcWebMode { get; set; }

    /// <summary>
    /// The HTTP version to use; null to keep that of the channel if the server may choose a lower one.
    /// </summary>
    public Version? HttpVersion { get; set; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!GrpcHeaderNames.IsContentType(GrpcHeaderNames.ContentType, request.Content?.Headers.ContentType?.MediaType))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        Adapt(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Adapt(response);
        return response;
    }

    private void Adapt(HttpRequestMessage request)
    {
        var text = GrpcWebMode == GrpcWebMode.GrpcWebText;
        var contentType = text ? GrpcHeaderNames.WebTextContentType : GrpcHeaderNames.WebContentType;
        request.Content = text ? new Base64Content(request.Content!) : request.Content;
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(contentType));
        request.Headers.Remove("TE");
        if (HttpVersion is not null)
        {
            request.Version = HttpVersion;
        }
        else
        {
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
    }

    private static void Adapt(HttpResponseMessage response)
    {
        var contentType = response.Content.Headers.ContentType?.MediaType;
        var text = GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebTextContentType, contentType);
        if (response.StatusCode != HttpStatusCode.OK
            || (!text && !GrpcHeaderNames.IsContentType(GrpcHeaderNames.WebContentType, contentType)))
        {
            return;
        }

        response.Content = new GrpcWebResponseContent(response.Content, text, response.TrailingHeaders);
    }
}
