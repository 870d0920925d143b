using System.Buffers.Binary;
using System.Security.Cryptography;
using Google.Protobuf;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Live.Polls;

namespace SupportGrid.Gateway.Live.Queues;

/// <summary>The line of one queue as it was read once. Immutable, and shared between all who watch the queue.</summary>
/// <param name="Shown">The line, or that the queue has left; without what belongs to one stream.</param>
/// <param name="Mark">Tells what is shown from any other line.</param>
/// <param name="Position">Everything of the tenant up to this position of the log is in it.</param>
/// <param name="ReadAt">When it was read.</param>
internal sealed record LineFrame(WatchQueueResponse Shown, ulong Mark, long Position, DateTimeOffset ReadAt)
{
    public static LineFrame Of(QueueLine line, bool retired, long position, DateTimeOffset readAt)
    {
        var shown = new WatchQueueResponse { Queue = line.Queue };
        if (retired && line.Waiting == 0)
        {
            shown.Removed = new QueueRemoved { Queue = line.Queue };
        }
        else
        {
            shown.Waiting = line.Waiting;
            shown.Line.AddRange(line.Places.Select(PlaceMapping.ToProto));
        }

        return new LineFrame(shown, MarkOf(shown), position, readAt);
    }

    /// <summary>
    /// Another build may write the same line in other bytes: then it is sent once more, which harms nobody.
    /// </summary>
    private static ulong MarkOf(WatchQueueResponse shown) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(shown.ToByteArray()));
}
