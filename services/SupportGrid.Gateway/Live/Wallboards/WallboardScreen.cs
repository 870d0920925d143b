using SupportGrid.Api.V1;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>What one screen has been sent, and what of a frame it still lacks.</summary>
internal sealed class WallboardScreen(
    ResponseWriter<WatchWallboardResponse> writer, CursorWriter cursors, TimeProvider clock, long? after)
{
    /// <summary>Everything up to here is on the screen. A screen that begins has no row to take away.</summary>
    private long _shown = after ?? long.MaxValue;

    private long _frame;
    private bool _begun;

    /// <summary>Brings the screen up to a frame; what it missed in between is not told.</summary>
    public async ValueTask ShowAsync(BoardFrame frame)
    {
        if (_begun && frame.Number <= _frame)
        {
            return;
        }

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

        if (!_begun && after is null)
        {
            responses.Add(new WatchWallboardResponse { Synced = new Synced() });
        }

        _begun = true;
        _frame = frame.Number;
        _shown = frame.Position;
        await SendAsync(responses, frame.Position);
    }

    /// <summary>Nothing new; the cursor is fresh, and the stream lives.</summary>
    public ValueTask BookmarkAsync(BoardFrame frame) => _begun
        ? SendAsync([new WatchWallboardResponse { Bookmark = new Bookmark() }], frame.Position)
        : ValueTask.CompletedTask;

    private bool Lacks(long changedIn, long changedAt) => _begun ? changedIn > _frame : !(changedAt <= after);

    /// <summary>Only the last of them is a resume point: the frame is one step.</summary>
    private async ValueTask SendAsync(List<WatchWallboardResponse> responses, long position)
    {
        if (responses.Count == 0)
        {
            return;
        }

        responses[^1].Cursor = cursors.Write(position);
        var now = clock.GetUtcNow().ToProto();
        foreach (var response in responses)
        {
            response.AsOf = now;
            await writer.WriteAsync(response);
        }

        await writer.FlushAsync();
    }
}
