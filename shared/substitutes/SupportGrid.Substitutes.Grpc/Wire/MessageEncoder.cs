using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>
/// Serialises messages with their prefix into a buffer. A message whose length is known beforehand and which is not
/// compressed goes straight into the destination; others pass through a scratch buffer. Serialising never waits, so
/// each thread has one encoder for all calls.
/// </summary>
internal sealed class MessageEncoder : SerializationContext
{
    private const int ReservedBytesMax = 2048;

    [ThreadStatic]
    private static MessageEncoder? _idle;

    private IBufferWriter<byte>? _destination;
    private ICompressionProvider? _compression;
    private CompressionLevel? _level;
    private PooledBuffer? _scratch;
    private int? _maxMessageSize;
    private int _announced = -1;
    private int _framed;
    private bool _completed;
    private bool _torn;

    /// <summary>Appends a framed message to the destination; the bytes appended.</summary>
    /// <param name="torn">Whether the message failed after a part of it had reached the destination.</param>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the message is larger than allowed.</exception>
    public static int Write<T>(
        Marshaller<T> marshaller,
        T message,
        IBufferWriter<byte> destination,
        int? maxMessageSize,
        ICompressionProvider? compression,
        CompressionLevel? level,
        out bool torn)
    {
        // A serialiser that serialises for a call of its own finds no idle encoder and gets another.
        var encoder = _idle ?? new MessageEncoder();
        _idle = null;
        encoder._destination = destination;
        encoder._maxMessageSize = maxMessageSize;
        encoder._compression = compression;
        encoder._level = level;
        torn = false;
        try
        {
            return encoder.Run(marshaller, message);
        }
        finally
        {
            torn = encoder._torn && !encoder._completed;
            encoder._destination = null;
            encoder._compression = null;
            encoder._scratch?.Clear();
            _idle = encoder;
        }
    }

    public override void SetPayloadLength(int payloadLength) => _announced = payloadLength;

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_announced < 0 || _compression is not null)
        {
            return _scratch ??= new PooledBuffer();
        }

        if (!_torn)
        {
            ThrowIfTooLarge(_announced);
            Reserve(_announced);
            MessageFrame.WritePrefix(_destination!, MessageFrame.Uncompressed, _announced);
            _framed = MessageFrame.PrefixLength + _announced;
            _torn = true;
        }

        return _destination!;
    }

    public override void Complete()
    {
        if (!_torn)
        {
            CompleteWith(_scratch is null ? default : _scratch.WrittenMemory);
        }

        _completed = true;
    }

    public override void Complete(byte[] payload)
    {
        CompleteWith(payload);
        _completed = true;
    }

    private int Run<T>(Marshaller<T> marshaller, T message)
    {
        _announced = -1;
        _completed = false;
        _torn = false;
        marshaller.ContextualSerializer(message, this);
        return _completed
            ? _framed
            : throw new InvalidOperationException("The serializer did not complete the message.");
    }

    private void CompleteWith(ReadOnlyMemory<byte> payload)
    {
        ThrowIfTooLarge(payload.Length);
        if (_compression is null)
        {
            _framed = MessageFrame.PrefixLength + payload.Length;
            MessageFrame.WritePrefix(_destination!, MessageFrame.Uncompressed, payload.Length);
            _destination!.Write(payload.Span);
            return;
        }

        using var compressed = PayloadCompression.Compress(_compression, _level, payload);
        _framed = MessageFrame.PrefixLength + compressed.WrittenCount;
        MessageFrame.WritePrefix(_destination!, MessageFrame.Compressed, compressed.WrittenCount);
        _destination!.Write(compressed.WrittenSpan);
    }

    /// <summary>
    /// Asks for room for the whole message at once, so that a destination grows to the right size directly.
    /// </summary>
    private void Reserve(int length)
    {
        if (length <= ReservedBytesMax)
        {
            _destination!.GetSpan(MessageFrame.PrefixLength + length);
        }
    }

    private void ThrowIfTooLarge(int length)
    {
        if (length > _maxMessageSize)
        {
            throw new RpcException(
                new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }
}
