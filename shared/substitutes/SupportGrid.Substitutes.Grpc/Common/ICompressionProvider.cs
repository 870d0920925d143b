using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One way to compress messages. Used by many calls at once.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in the grpc-encoding header.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses into <paramref name="stream"/> and leaves it open when disposed.</summary>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream that reads <paramref name="stream"/> decompressed.</summary>
    Stream CreateDecompressionStream(Stream stream);
}
