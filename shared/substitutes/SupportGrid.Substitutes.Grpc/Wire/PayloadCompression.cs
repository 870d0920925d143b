using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>Compresses and decompresses single payloads.</summary>
internal static class PayloadCompression
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>The compressed payload; the caller disposes the buffer.</summary>
    public static PooledBuffer Compress(
        ICompressionProvider provider,
        CompressionLevel? level,
        ReadOnlyMemory<byte> payload)
    {
        var compressed = new PooledBuffer();
        using (var stream = provider.CreateCompressionStream(new BufferWriterStream(compressed), level))
        {
            stream.Write(payload.Span);
        }

        return compressed;
    }

    /// <summary>
    /// The decompressed payload; the caller disposes the buffer. Stops as soon as the limit is passed, so that a small
    /// payload cannot fill the memory.
    /// </summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED beyond the limit; INTERNAL if the payload is
    /// corrupt.</exception>
    public static PooledBuffer Decompress(ICompressionProvider provider, in ReadOnlySequence<byte> payload, int? limit)
    {
        var plain = new PooledBuffer();
        try
        {
            using var stream = provider.CreateDecompressionStream(AsStream(payload));
            int read;
            while ((read = stream.Read(plain.GetSpan(ChunkBytes))) > 0)
            {
                plain.Advance(read);
                if (plain.WrittenCount > limit)
                {
                    throw ReceiveErrors.TooLarge();
                }
            }

            return plain;
        }
        catch (InvalidDataException exception)
        {
            plain.Dispose();
            throw ReceiveErrors.Corrupt(provider.EncodingName, exception);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    private static MemoryStream AsStream(in ReadOnlySequence<byte> payload) =>
        payload.IsSingleSegment && MemoryMarshal.TryGetArray(payload.First, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(payload.ToArray(), writable: false);
}
