using SupportGrid.Api.V1;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Polls;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Queues;

/// <summary>What one client has been shown of a queue's line.</summary>
internal sealed class LineScreen(string tenant, string queue) : ConflatedView<LineFrame, WatchQueueResponse>
{
    private ulong? _shown;

    public override CursorScope Scope { get; } = new(tenant, LiveView.Queue, queue);

    /// <summary>Where the line comes from; set before the stream runs.</summary>
    public PollMember<LineFrame>? Line { get; set; }

    public override LineFrame? Latest => Line?.Latest;

    /// <remarks>The position says nothing of what is shown: estimates change without an event.</remarks>
    public override void ResumeAfter(ShownPoint point) => _shown = point.Mark;

    public override IReadOnlyList<WatchQueueResponse> Catch(LineFrame frame)
    {
        if (_shown == frame.Mark)
        {
            return [];
        }

        _shown = frame.Mark;
        return [Fresh(frame.Shown.Clone(), frame)];
    }

    public override ShownPoint PointOf(LineFrame frame) => new(frame.Position, frame.Mark);

    public override WatchQueueResponse Synced(LineFrame frame) =>
        Fresh(new WatchQueueResponse { Queue = queue, Synced = new Synced() }, frame);

    public override WatchQueueResponse Bookmark(LineFrame frame) =>
        Fresh(new WatchQueueResponse { Queue = queue, Bookmark = new Bookmark() }, frame);

    public override void Stamp(WatchQueueResponse response, string cursor, DateTimeOffset now)
    {
        response.Cursor = cursor;
        response.AsOf = now.ToProto();
    }

    private static WatchQueueResponse Fresh(WatchQueueResponse response, LineFrame frame)
    {
        response.Position = frame.Position;
        response.ReadAt = frame.ReadAt.ToProto();
        return response;
    }
}
