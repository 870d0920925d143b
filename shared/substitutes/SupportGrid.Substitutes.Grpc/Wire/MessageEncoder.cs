using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>
/// Serialises messages with their prefix into a buffer. A message whose length is known beforehand and which is not
/// compressed goes straight into the destination; others pass through a scratch buffer. Reused within a call.
/// </summary>
internal sealed class MessageEncoder(int? maxMessageSize) : SerializationContext, IDisposable
{
    private const int ReservedBytesMax = 2048;

    private IBufferWriter<byte>? _destination;
    private ICompressionProvider? _compression;
    private CompressionLevel? _level;
    private PooledBuffer? _scratch;
    private int _announced = -1;
    private bool _completed;
    private int _framed;

    /// <summary>Whether the last message failed after a part of it had reached the destination.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Appends a framed message to the destination; the bytes appended.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the message is larger than allowed.</exception>
    public int Write<T>(
        Marshaller<T> marshaller,
        T message,
        IBufferWriter<byte> destination,
        ICompressionProvider? compression = null,
        CompressionLevel? level = null)
    {
        _destination = destination;
        _compression = compression;
        _level = level;
        _announced = -1;
        _completed = false;
        marshaller.ContextualSerializer(message, this);
        IsTorn = false;
        if (!_completed)
        {
            throw new InvalidOperationException("The serializer did not complete the message.");
        }

        return _framed;
    }

    public override void SetPayloadLength(int payloadLength) => _announced = payloadLength;

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_announced < 0 || _compression is not null)
        {
            return _scratch ??= new PooledBuffer();
        }

        if (!IsTorn)
        {
            ThrowIfTooLarge(_announced);
            Reserve(_announced);
            MessageFrame.WritePrefix(_destination!, MessageFrame.Uncompressed, _announced);
            _framed = MessageFrame.PrefixLength + _announced;
            IsTorn = true;
        }

        return _destination!;
    }

    public override void Complete()
    {
        if (!IsTorn)
        {
            CompleteWith(_scratch is null ? default : _scratch.WrittenMemory);
            _scratch?.Clear();
        }

        _completed = true;
    }

    public override void Complete(byte[] payload)
    {
        CompleteWith(payload);
        _completed = true;
    }

    public void Dispose() => _scratch?.Dispose();

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

    /// <summary>Asks for room for the whole message at once, so that a destination grows to the right size directly.</summary>
    private void Reserve(int length)
    {
        if (length <= ReservedBytesMax)
        {
            _destination!.GetSpan(MessageFrame.PrefixLength + length);
        }
    }

    private void ThrowIfTooLarge(int length)
    {
        if (length > maxMessageSize)
        {
            throw new RpcException(
                new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }
}
