using System.Buffers;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>
/// Reads the messages of a response through one buffer, so that a burst of small messages costs one read. The buffer
/// grows with what arrives, never with what a prefix promises.
/// </summary>
internal sealed class ResponseReader<T>(Marshaller<T> marshaller, int? maxMessageSize, ICompressionProvider? compression)
    : IDisposable
    where T : class
{
    private const int InitialBytes = 4096;
    private const int KeptBytesMax = 64 * 1024;

    private readonly MessageDecoder _decoder = new(maxMessageSize) { Compression = compression };
    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>Takes a message that has arrived already; null if there is none.</summary>
    public T? TryTake()
    {
        if (_start == _end)
        {
            return null;
        }

        var received = new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
        if (!_decoder.TryRead(marshaller, ref received, out var message))
        {
            return null;
        }

        _start = _end - (int)received.Length;
        return message;
    }

    /// <summary>The next message; null at the end of the body.</summary>
    /// <exception cref="RpcException">The body breaks the protocol or a limit.</exception>
    public async ValueTask<T?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake() is { } message)
            {
                return message;
            }

            MakeRoom();
            var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return _start == _end ? null : throw ReceiveErrors.Incomplete();
            }

            _end += read;
        }
    }

    public void Dispose()
    {
        var buffer = _buffer;
        (_buffer, _start, _end) = ([], 0, 0);
        Return(buffer);
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
            if (_buffer.Length > KeptBytesMax)
            {
                Return(_buffer);
                _buffer = [];
            }
        }

        if (_buffer.Length == 0)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            Return(_buffer);
            _buffer = larger;
        }
    }
}
