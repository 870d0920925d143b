using System.Buffers;

namespace Grpc.Wire;

/// <summary>A growing buffer from the shared pool. Not thread-safe. Disposing it returns the memory.</summary>
internal sealed class PooledBuffer(int initialCapacity = PooledBuffer.DefaultCapacity) : IBufferWriter<byte>, IDisposable
{
    private const int DefaultCapacity = 4096;

    // A buffer that grew beyond this is given back when it is cleared, so that one large message does not pin memory.
    private const int KeptCapacity = 128 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(initialCapacity);
    private int _written;

    public int WrittenCount => _written;

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _written);

    public Span<byte> WrittenForUpdate => _bytes.AsSpan(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsSpan(_written);
    }

    public void Clear()
    {
        _written = 0;
        if (_bytes.Length > KeptCapacity)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(initialCapacity);
        }
    }

    /// <summary>Drops the first bytes and moves the others to the front.</summary>
    public void RemoveFront(int count)
    {
        _bytes.AsSpan(count, _written - count).CopyTo(_bytes);
        _written -= count;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _written = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void MakeRoom(int sizeHint)
    {
        var needed = _written + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(initialCapacity, _bytes.Length * 2)));
        _bytes.AsSpan(0, _written).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
