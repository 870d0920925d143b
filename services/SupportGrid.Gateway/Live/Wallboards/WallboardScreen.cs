using SupportGrid.Api.V1;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>What one screen has been sent, and what of a frame it still lacks.</summary>
internal sealed class WallboardScreen(string tenant) : ConflatedView<BoardFrame, WatchWallboardResponse>
{
    /// <summary>Everything up to here is on the screen. A screen that begins has no row to take away.</summary>
    private long _shown = long.MaxValue;

    private long? _after;
    private long _frame;

    public override CursorScope Scope { get; } = new(tenant, LiveView.Wallboard, "");

    /// <summary>The board that is shown; set before the stream runs.</summary>
    public BoardProjection? Board { get; set; }

    public override BoardFrame? Latest =>
        Board is { HasFailed: true } ? throw StreamEndings.BoardUnavailable() : Board?.Latest;

    public override void ResumeAfter(ShownPoint point) => _shown = (_after = point.Position).Value;

    /// <remarks>What the screen missed in between is not told.</remarks>
    public override IReadOnlyList<WatchWallboardResponse> Catch(BoardFrame frame)
    {
        List<WatchWallboardResponse> responses =
        [
            .. frame.Removed.Where(r => r.Value > _shown).Select(static r => new WatchWallboardResponse
            {
                Removed = new QueueRemoved { Queue = r.Key },
            }),
        ];
        responses.AddRange(frame.Rows.Values
            .Where(row => Lacks(row.Frame, row.ChangedAt))
            .Select(static row => new WatchWallboardResponse { Queue = row.Numbers }));
        if (Lacks(frame.Staff.Frame, frame.Staff.ChangedAt))
        {
            responses.Add(new WatchWallboardResponse { Agents = frame.Staff.Numbers });
        }

        _frame = frame.Number;
        _shown = frame.Position;
        return responses;
    }

    public override ShownPoint PointOf(BoardFrame frame) => new(frame.Position, null);

    public override WatchWallboardResponse Synced(BoardFrame frame) => new() { Synced = new Synced() };

    public override WatchWallboardResponse Bookmark(BoardFrame frame) => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchWallboardResponse response, string cursor, DateTimeOffset now)
    {
        response.Cursor = cursor;
        response.AsOf = now.ToProto();
    }

    private bool Lacks(long changedIn, long changedAt) => _frame > 0 ? changedIn > _frame : !(changedAt <= _after);
}
