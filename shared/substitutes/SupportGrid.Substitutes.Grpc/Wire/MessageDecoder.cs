using System.Buffers;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>Takes messages off the front of received bytes. Reused within a call.</summary>
internal sealed class MessageDecoder(int? maxMessageSize)
{
    /// <summary>The encoding the peer named; null for none.</summary>
    public ICompressionProvider? Compression { get; set; }

    /// <summary>The encoding the peer named if it is not known here.</summary>
    public string? UnknownEncoding { get; set; }

    /// <summary>Whether the last message was compressed.</summary>
    public bool LastWasCompressed { get; private set; }

    /// <summary>
    /// Takes one message off the front of the buffer; false if it is not complete yet. The prefix is judged as soon as
    /// it is there, so that a message over the limit is refused before its body is buffered.
    /// </summary>
    /// <exception cref="RpcException">The prefix or the payload is not acceptable.</exception>
    public bool TryRead<T>(Marshaller<T> marshaller, ref ReadOnlySequence<byte> buffer, out T? message)
    {
        message = default;
        if (!MessageFrame.TryReadPrefix(buffer, out var flag, out var length))
        {
            return false;
        }

        Check(flag, length);
        var end = MessageFrame.PrefixLength + (long)length;
        if (buffer.Length < end)
        {
            return false;
        }

        var payload = buffer.Slice(MessageFrame.PrefixLength, length);
        LastWasCompressed = flag == MessageFrame.Compressed;
        message = LastWasCompressed ? ReadCompressed(marshaller, payload) : Deserialise(marshaller, payload);
        buffer = buffer.Slice(end);
        return true;
    }

    private T ReadCompressed<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
    {
        using var plain = PayloadCompression.Decompress(Compression!, payload, maxMessageSize);
        return Deserialise(marshaller, new ReadOnlySequence<byte>(plain.WrittenMemory));
    }

    private static T Deserialise<T>(Marshaller<T> marshaller, in ReadOnlySequence<byte> payload)
    {
        try
        {
            return PayloadDeserializationContext.Read(marshaller, payload);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw ReceiveErrors.Unreadable(exception);
        }
    }

    private void Check(byte flag, uint length)
    {
        if (flag > MessageFrame.Compressed)
        {
            throw ReceiveErrors.UnknownFlag(flag);
        }

        if (flag == MessageFrame.Compressed && Compression is null)
        {
            throw UnknownEncoding is null
                ? ReceiveErrors.CompressedWithoutEncoding()
                : ReceiveErrors.UnsupportedEncoding(UnknownEncoding);
        }

        if (length > (uint)(maxMessageSize ?? int.MaxValue))
        {
            throw ReceiveErrors.TooLarge();
        }
    }
}
