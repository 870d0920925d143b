using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Builds requests and reads what concerns them in headers.</summary>
internal static class RequestHeaders
{
    private const string UserAgent = "grpc-csharp-supportgrid/0.1";

    public static HttpRequestMessage NewRequest(
        GrpcChannel channel,
        IMethod method,
        string? host,
        GrpcContent content,
        TimeSpan? timeout,
        ICompressionProvider? compression)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, channel.UriOf(method))
        {
            Version = channel.Version,
            VersionPolicy = channel.VersionPolicy,
            Content = content,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("TE", "trailers");
        headers.TryAddWithoutValidation(GrpcHeaderNames.AcceptEncoding, channel.Compressions.AcceptEncoding);
        if (compression is not null)
        {
            headers.TryAddWithoutValidation(GrpcHeaderNames.Encoding, compression.EncodingName);
        }

        if (timeout is { } time)
        {
            headers.TryAddWithoutValidation(GrpcHeaderNames.Timeout, GrpcTimeout.Encode(time));
        }

        if (host is not null)
        {
            headers.Host = host;
        }

        return request;
    }

    /// <summary>Adds metadata to a request. The choice of an encoding stays here.</summary>
    public static void Add(HttpRequestMessage request, Metadata? metadata)
    {
        for (var i = 0; i < metadata?.Count; i++)
        {
            var entry = metadata[i];
            if (entry.Key != GrpcHeaderNames.InternalEncodingRequest)
            {
                request.Headers.TryAddWithoutValidation(entry.Key, ReceivedMetadata.WireValue(entry));
            }
        }
    }

    /// <summary>The encoding a caller chose for its requests; null for none.</summary>
    /// <exception cref="InvalidOperationException">The channel does not know it.</exception>
    public static ICompressionProvider? CompressionOf(GrpcChannel channel, Metadata? headers)
    {
        if (headers?.GetValue(GrpcHeaderNames.InternalEncodingRequest) is not { } encoding
            || encoding == GrpcHeaderNames.Identity)
        {
            return null;
        }

        return channel.Compressions.Find(encoding)
            ?? throw new InvalidOperationException($"Could not find compression provider for '{encoding}'.");
    }

    /// <summary>
    /// The encoding a server chose for its responses; null if it chose none or one that is not known.
    /// </summary>
    public static ICompressionProvider? CompressionOf(GrpcChannel channel, HttpResponseMessage response) =>
        ResponseMetadata.Value(response.Headers, GrpcHeaderNames.Encoding) is { } encoding
            ? channel.Compressions.Find(encoding)
            : null;
}
