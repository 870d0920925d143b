using System.Net;
using System.Net.Http.Headers;
using Grpc.Wire;

namespace Grpc.Net.Client.Web;

/// <summary>A gRPC-Web response as plain gRPC: the trailers frame at its end becomes trailing headers.</summary>
internal sealed class GrpcWebResponseContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly bool _text;
    private readonly HttpResponseHeaders _trailers;

    public GrpcWebResponseContent(HttpContent inner, bool text, HttpResponseHeaders trailers)
    {
        (_inner, _text, _trailers) = (inner, text, trailers);
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        Headers.ContentType = new MediaTypeHeaderValue(GrpcHeaderNames.ContentType);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        var body = await _inner.ReadAsStreamAsync().ConfigureAwait(false);
        return new GrpcWebResponseStream(_text ? new Base64DecodingStream(body) : body, _trailers);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new NotSupportedException("A gRPC-Web response is read, not copied.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
