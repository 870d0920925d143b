using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Live.Cursors;

/// <summary>
/// Writes and reads resume points. A cursor says "everything up to this position was delivered", for one scope and one
/// log; its signature makes it worthless for anything else.
/// </summary>
/// <remarks>
/// Layout before base64url: version 1, view, scope hash 8, log hash 8, position as varint, mark 8 if there is one,
/// signature 16.
/// </remarks>
public sealed class CursorCodec(IEventFeed feed, LiveOptions options)
{
    internal const int SignatureBytes = 16;
    internal const int MarkBytes = 8;
    internal const int PrefixBytes = 2 + CursorScope.HashBytes + LogHashBytes;

    private const byte FormatVersion = 1;
    private const int LogHashBytes = 8;
    private const int PositionBytesMax = 9;
    private const int BytesMax = PrefixBytes + PositionBytesMax + MarkBytes + SignatureBytes;

    private readonly byte[] _key = options.CursorKey.Length >= 32
        ? options.CursorKey.ToArray()
        : throw new ArgumentException("The key of cursors needs at least 32 bytes.", nameof(options));

    private readonly byte[] _log = SHA256.HashData(Encoding.UTF8.GetBytes(feed.Epoch))[..LogHashBytes];

    /// <summary>A writer of cursors for one stream; the constant part is computed once.</summary>
    public CursorWriter WriterFor(CursorScope scope) => new(_key, Prefix(scope));

    /// <summary>The position to go on after, or why there is none.</summary>
    public CursorProblem TryRead(string cursor, CursorScope scope, out long position) =>
        TryRead(cursor, scope, out position, out _);

    /// <summary>As the other, with the mark of what was shown; null where the cursor has none.</summary>
    public CursorProblem TryRead(string cursor, CursorScope scope, out long position, out ulong? mark)
    {
        (position, mark) = (0, null);
        Span<byte> bytes = stackalloc byte[BytesMax];
        if (!TryDecode(cursor, bytes, out var length) || length < PrefixBytes + 1 + SignatureBytes)
        {
            return CursorProblem.Malformed;
        }

        var signed = bytes[..(length - SignatureBytes)];
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, signed, signature);
        if (!CryptographicOperations.FixedTimeEquals(signature[..SignatureBytes], bytes[signed.Length..length])
            || signed[0] != FormatVersion
            || !TryReadPlace(signed[PrefixBytes..], out var place))
        {
            return CursorProblem.Malformed;
        }

        if (!signed[..PrefixBytes].SequenceEqual(Prefix(scope)))
        {
            return CursorProblem.Foreign;
        }

        (position, mark) = place;
        return Judge(position);
    }

    private CursorProblem Judge(long position)
    {
        var head = feed.Head;
        return position > head ? CursorProblem.InFuture
            : position < feed.Oldest - 1 || head - position > options.ResumePositionsMax ? CursorProblem.TooOld
            : CursorProblem.None;
    }

    private byte[] Prefix(CursorScope scope)
    {
        var prefix = new byte[PrefixBytes];
        prefix[0] = FormatVersion;
        prefix[1] = (byte)scope.View;
        scope.Hash(prefix.AsSpan(2));
        _log.CopyTo(prefix.AsSpan(2 + CursorScope.HashBytes));
        return prefix;
    }

    private static bool TryDecode(string cursor, Span<byte> bytes, out int length)
    {
        length = 0;
        if (cursor.Length > Base64Url.GetEncodedLength(BytesMax))
        {
            return false;
        }

        // Only the canonical spelling counts: padding, white space and stray last bits are not ours.
        return Base64Url.DecodeFromChars(cursor, bytes, out _, out length) == OperationStatus.Done
            && Base64Url.EncodeToString(bytes[..length]).Equals(cursor, StringComparison.Ordinal);
    }

    private static bool TryReadPlace(ReadOnlySpan<byte> bytes, out (long Position, ulong? Mark) place)
    {
        place = default;
        for (var i = 0; i < bytes.Length && i < PositionBytesMax; i++)
        {
            place.Position |= (long)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                var rest = bytes[(i + 1)..];
                place.Mark = rest.Length == MarkBytes ? BinaryPrimitives.ReadUInt64BigEndian(rest) : null;
                return rest.IsEmpty || place.Mark is not null;
            }
        }

        return false;
    }
}
