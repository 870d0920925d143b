using System.IO.Compression;
using Grpc.Net.Compression;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>The perfect bomb: whatever it decompresses never ends.</summary>
internal sealed class EndlessProvider : ICompressionProvider
{
    public long BytesRead { get; private set; }

    public string EncodingName => "endless";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => stream;

    public Stream CreateDecompressionStream(Stream stream) => new Endless(this);

    private sealed class Endless(EndlessProvider provider) : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            provider.BytesRead += buffer.Length;
            return buffer.Length;
        }
    }
}
