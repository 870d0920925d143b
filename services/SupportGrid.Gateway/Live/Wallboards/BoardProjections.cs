using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>The boards that somebody watches; the last screen of a tenant takes its board along.</summary>
internal sealed class BoardProjections(LiveServices services)
{
    private readonly Estimates _estimates = new(services);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BoardProjection> _boards = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _boards.Count;
            }
        }
    }

    /// <summary>Joins the board of a tenant; a board that has failed is begun anew.</summary>
    public BoardProjection Join(string tenant, WakeSignal screen)
    {
        lock (_gate)
        {
            if (!_boards.TryGetValue(tenant, out var board) || board.HasFailed)
            {
                _boards[tenant] = board = new BoardProjection(services, _estimates, tenant);
                board.Start();
            }

            board.Add(screen);
            return board;
        }
    }

    public void Leave(string tenant, BoardProjection board, WakeSignal screen)
    {
        lock (_gate)
        {
            if (!board.Remove(screen))
            {
                return;
            }

            board.Stop();
            if (_boards.TryGetValue(tenant, out var current) && ReferenceEquals(current, board))
            {
                _boards.Remove(tenant);
            }
        }
    }
}
