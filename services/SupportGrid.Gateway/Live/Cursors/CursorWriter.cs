using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportGrid.Gateway.Live.Cursors;

/// <summary>Writes the cursors of one stream. For one caller at a time.</summary>
public sealed class CursorWriter
{
    private readonly byte[] _key;
    private readonly byte[] _bytes;
    private readonly int _prefix;

    internal CursorWriter(byte[] key, byte[] prefix)
    {
        _key = key;
        _prefix = prefix.Length;
        _bytes = new byte[prefix.Length + 9 + CursorCodec.MarkBytes + SHA256.HashSizeInBytes];
        prefix.CopyTo(_bytes, 0);
    }

    /// <summary>The cursor that says that everything up to this position was delivered.</summary>
    /// <param name="mark">Tells what was shown from anything else, for views that time changes as well.</param>
    public string Write(long position, ulong? mark = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        var end = _prefix;
        var rest = (ulong)position;
        while (rest >= 0x80)
        {
            _bytes[end++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _bytes[end++] = (byte)rest;
        if (mark is { } shown)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(end), shown);
            end += CursorCodec.MarkBytes;
        }

        HMACSHA256.HashData(_key, _bytes.AsSpan(0, end), _bytes.AsSpan(end, SHA256.HashSizeInBytes));
        return Base64Url.EncodeToString(_bytes.AsSpan(0, end + CursorCodec.SignatureBytes));
    }
}
