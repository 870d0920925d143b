using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>The encodings one side knows, with the header value that announces them.</summary>
internal sealed class CompressionSet
{
    private readonly ICompressionProvider[] _providers;

    public CompressionSet(IEnumerable<ICompressionProvider>? providers)
    {
        _providers = providers is null
            ? [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)]
            : [.. providers];
        AcceptEncoding = string.Join(',', [GrpcHeaderNames.Identity, .. _providers.Select(p => p.EncodingName)]);
    }

    /// <summary>The value of grpc-accept-encoding.</summary>
    public string AcceptEncoding { get; }

    /// <summary>The provider of an encoding; null if it is unknown.</summary>
    public ICompressionProvider? Find(ReadOnlySpan<char> encoding)
    {
        foreach (var provider in _providers)
        {
            if (encoding.Equals(provider.EncodingName, StringComparison.OrdinalIgnoreCase))
            {
                return provider;
            }
        }

        return null;
    }
}
