using System.Net.Http.Headers;
using System.Text;
using Grpc.Wire;

namespace Grpc.Net.Client.Web;

/// <summary>
/// Passes message frames on as they are, and turns the trailers frame into headers and the end of the stream. It knows
/// where it is between frames by counting; it never holds a message.
/// </summary>
internal sealed class GrpcWebResponseStream(Stream body, HttpResponseHeaders trailers) : ForwardOnlyReadStream(body)
{
    private const int TrailersBytesMax = 64 * 1024;

    private readonly byte[] _prefix = new byte[MessageFrame.PrefixLength];
    private int _prefixRead;
    private int _prefixGiven = MessageFrame.PrefixLength;
    private long _payloadLeft;
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        if (_payloadLeft == 0 && _prefixGiven == MessageFrame.PrefixLength
            && !await NextFrameAsync(cancellationToken).ConfigureAwait(false))
        {
            _ended = true;
            return 0;
        }

        if (_prefixGiven < MessageFrame.PrefixLength)
        {
            var given = Math.Min(buffer.Length, MessageFrame.PrefixLength - _prefixGiven);
            _prefix.AsMemory(_prefixGiven, given).CopyTo(buffer);
            _prefixGiven += given;
            return given;
        }

        var wanted = (int)Math.Min(buffer.Length, _payloadLeft);
        var read = await Inner.ReadAsync(buffer[..wanted], cancellationToken).ConfigureAwait(false);
        _payloadLeft -= read;
        _ended = read == 0;
        return read;
    }

    /// <summary>Reads the prefix of the next frame; false at the end, after the trailers were taken over.</summary>
    private async ValueTask<bool> NextFrameAsync(CancellationToken cancellationToken)
    {
        _prefixRead = await Inner.ReadAtLeastAsync(
            _prefix, MessageFrame.PrefixLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (_prefixRead == 0)
        {
            return false;
        }

        if (_prefixRead < MessageFrame.PrefixLength)
        {
            throw new IOException("The gRPC-Web response ends within a prefix.");
        }

        MessageFrame.ReadPrefix(_prefix, out var flag, out var length);
        if ((flag & MessageFrame.Trailers) != 0)
        {
            await TakeTrailersAsync(length, cancellationToken).ConfigureAwait(false);
            return false;
        }

        (_prefixGiven, _payloadLeft) = (0, length);
        return true;
    }

    private async ValueTask TakeTrailersAsync(uint length, CancellationToken cancellationToken)
    {
        if (length > TrailersBytesMax)
        {
            throw new IOException($"The trailers of a gRPC-Web response are {length} bytes long.");
        }

        var text = new byte[length];
        await Inner.ReadExactlyAsync(text, cancellationToken).ConfigureAwait(false);
        foreach (var line in Encoding.ASCII.GetString(text).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new IOException("A trailer of a gRPC-Web response has no name.");
            }

            trailers.TryAddWithoutValidation(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        // Reading on to the end lets the connection be used again.
        var rest = await Inner.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false);
        if (rest != 0)
        {
            throw new IOException("A gRPC-Web response goes on after its trailers.");
        }
    }
}
