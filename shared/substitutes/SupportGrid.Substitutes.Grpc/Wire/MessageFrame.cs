using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.Wire;

/// <summary>The five bytes before every message: a flag byte and a big-endian length.</summary>
internal static class MessageFrame
{
    public const int PrefixLength = 5;
    public const byte Uncompressed = 0;
    public const byte Compressed = 1;

    /// <summary>In gRPC-Web: the frame holds trailers instead of a message.</summary>
    public const byte Trailers = 0x80;

    public static void WritePrefix(Span<byte> destination, byte flag, int length)
    {
        destination[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(destination[1..], length);
    }

    public static void WritePrefix(IBufferWriter<byte> destination, byte flag, int length)
    {
        WritePrefix(destination.GetSpan(PrefixLength), flag, length);
        destination.Advance(PrefixLength);
    }

    /// <summary>Reads a prefix; false if there are fewer than five bytes.</summary>
    public static bool TryReadPrefix(in ReadOnlySequence<byte> buffer, out byte flag, out uint length)
    {
        if (buffer.FirstSpan.Length >= PrefixLength)
        {
            ReadPrefix(buffer.FirstSpan, out flag, out length);
            return true;
        }

        (flag, length) = (0, 0);
        if (buffer.Length < PrefixLength)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        ReadPrefix(prefix, out flag, out length);
        return true;
    }

    public static void ReadPrefix(ReadOnlySpan<byte> prefix, out byte flag, out uint length)
    {
        flag = prefix[0];
        length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
    }
}
