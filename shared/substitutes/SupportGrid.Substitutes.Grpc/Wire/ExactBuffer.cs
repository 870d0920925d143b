using System.Buffers;

namespace Grpc.Wire;

/// <summary>Collects one message in an array of its own, which is just as large as asked for first.</summary>
internal sealed class ExactBuffer : IBufferWriter<byte>
{
    private const int GrowthBytesMin = 256;

    private byte[] _bytes = [];
    private int _written;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _written);

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

    private void MakeRoom(int sizeHint)
    {
        var needed = _written + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        // The first request knows the length of the message; later ones mean that it was not known.
        Array.Resize(ref _bytes, _written == 0 ? needed : Math.Max(needed, Math.Max(GrowthBytesMin, _bytes.Length * 2)));
    }
}
