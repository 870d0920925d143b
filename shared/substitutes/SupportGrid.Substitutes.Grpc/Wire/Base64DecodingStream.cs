using System.Buffers;
using System.Buffers.Text;

namespace Grpc.Wire;

/// <summary>
/// Reads base64 text as bytes. The text may be several padded pieces one after another, as flushes leave them.
/// </summary>
internal sealed class Base64DecodingStream(Stream text) : ForwardOnlyReadStream(text)
{
    private const int GroupLength = 4;

    private readonly byte[] _text = new byte[4096];
    private readonly byte[] _decoded = new byte[4096];
    private int _textLength;
    private int _decodedStart;
    private int _decodedEnd;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_decodedStart == _decodedEnd)
        {
            var read = await Inner.ReadAsync(_text.AsMemory(_textLength), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return _textLength == 0 ? 0 : throw new InvalidDataException("The base64 text ends within a group.");
            }

            _textLength += read;
            DecodeGroups();
        }

        var count = Math.Min(buffer.Length, _decodedEnd - _decodedStart);
        _decoded.AsMemory(_decodedStart, count).CopyTo(buffer);
        _decodedStart += count;
        return count;
    }

    private void DecodeGroups()
    {
        (_decodedStart, _decodedEnd) = (0, 0);
        var whole = _textLength - (_textLength % GroupLength);
        for (var start = 0; start < whole;)
        {
            // A piece ends with the group that holds its padding.
            var padding = _text.AsSpan(start, whole - start).IndexOf((byte)'=');
            var end = padding < 0 ? whole : start + ((padding / GroupLength) + 1) * GroupLength;
            var status = Base64.DecodeFromUtf8(
                _text.AsSpan(start, end - start), _decoded.AsSpan(_decodedEnd), out _, out var written);
            if (status != OperationStatus.Done)
            {
                throw new InvalidDataException("The body is no base64 text.");
            }

            _decodedEnd += written;
            start = end;
        }

        _text.AsSpan(whole, _textLength - whole).CopyTo(_text);
        _textLength -= whole;
    }
}
