using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Wallboards;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Polls;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>
/// The live board of a tenant in this gateway: it starts from the actor's board and folds the log from there, for all
/// screens together. At most one frame per refresh interval: numbers in between nobody gets to see.
/// </summary>
internal sealed class BoardProjection(LiveServices services, Estimates estimates, string tenant)
{
    private readonly Lock _gate = new();
    private readonly HashSet<WakeSignal> _screens = [];
    private readonly WakeSignal _wake = new();
    private volatile BoardFrame? _frame;
    private volatile bool _failed;
    private volatile bool _over;
    private bool _frameDue;

    /// <summary>The latest frame; null before the first.</summary>
    public BoardFrame? Latest => _frame;

    /// <summary>Whether it has ended by an error; a new one has to be begun.</summary>
    public bool HasFailed => _failed;

    public void Add(WakeSignal screen)
    {
        lock (_gate)
        {
            _screens.Add(screen);
        }
    }

    /// <returns>Whether it was the last screen.</returns>
    public bool Remove(WakeSignal screen)
    {
        lock (_gate)
        {
            _screens.Remove(screen);
            return _screens.Count == 0;
        }
    }

    /// <summary>Begins to fold. It ends with <see cref="Stop"/>, or by an error.</summary>
    public void Start() => _ = RunGuardedAsync();

    public void Stop()
    {
        _over = true;
        _wake.Set();
    }

    private async Task RunGuardedAsync()
    {
        try
        {
            await RunAsync();
        }
        catch (Exception broken)
        {
            LiveLog.BoardLost(services.Log, broken);
            _failed = true;
            WakeScreens();
        }
    }

    private async Task RunAsync()
    {
        var reading = await services.Grains.GetGrain<IWallboardGrain>(GrainKeys.Wallboard(tenant)).Read();
        var board = reading.Board;

        // From the actor's position on, not from now: what happened in between is read from the log.
        using var tail = services.Hub.Open(
            new LogInterest(tenant), reading.Position, services.Options, _wake);
        using var waits = estimates.Join(tenant, _wake);
        var period = TimeSpan.FromMilliseconds(services.Options.BoardRefreshMs);
        await using var frames = services.Clock.CreateTimer(_ => FrameDue(), null, period, period);
        var painter = new BoardPainter();
        var folded = 0;
        while (!_over)
        {
            while (tail.TryTake(out var item))
            {
                var id = Streams.Parse(item.Stream).Id;
                board = WallboardFold.Apply(board, id, item.Body, item.Position);
                folded++;
            }

            if (tail.IsBehind)
            {
                await tail.FillAsync(CancellationToken.None);
                continue;
            }

            if (_frame is null || _frameDue)
            {
                _frameDue = false;
                var now = services.Clock.GetUtcNow();
                Publish(painter.Paint(board, tail.Position, waits.Latest ?? Estimates.None, now), folded);
                folded = 0;
            }

            await _wake.WaitAsync();
        }
    }

    private void Publish(BoardFrame next, int folded)
    {
        var before = _frame?.Position ?? 0;
        var changed = next.Rows.Values.Count(r => r.Frame == next.Number)
            + next.Removed.Values.Count(at => at > before)
            + (next.Staff.Frame == next.Number ? 1 : 0);
        _frame = next;
        if (changed > 0)
        {
            WakeScreens();
        }

        if (folded > changed)
        {
            services.Metrics.Conflated("Wallboard", folded - changed);
        }
    }

    private void FrameDue()
    {
        Volatile.Write(ref _frameDue, true);
        _wake.Set();
    }

    private void WakeScreens()
    {
        lock (_gate)
        {
            foreach (var screen in _screens)
            {
                screen.Set();
            }
        }
    }
}
