using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Wallboards;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;

namespace SupportGrid.Silo.Wallboards;

/// <summary>The live board of one tenant.</summary>
/// <remarks>
/// It follows the feed beside its calls, from its last snapshot on; a reader gets the board as far as it is folded and
/// goes on from there with the same fold.
/// </remarks>
public sealed class WallboardGrain(
    IEventFeed feed,
    IEventCodec codec,
    TimeProvider time,
    IOptions<SiloOptions> options,
    ILogger<WallboardGrain> log,
    [PersistentState("wallboard", SnapshotStorage.Name)] IPersistentState<BoardSnapshot> snapshot)
    : Grain, IWallboardGrain, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _caughtUp = new();
    private BoardProjection _projection = null!;
    private long _savedPosition;
    private DateTimeOffset _savedAt;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, _) = GrainKeys.Parse(this.GetPrimaryKeyString());
        var saved = snapshot.RecordExists ? snapshot.State.Read(feed.Epoch) : null;
        var position = saved is null ? feed.Oldest - 1 : snapshot.State.Position;
        _projection = new BoardProjection(tenant, codec, saved ?? Wallboard.Empty, position);
        (_savedPosition, _savedAt) = (position, time.GetUtcNow());
        _ = FollowAsync(feed.Head);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_projection.Position - _savedPosition >= options.Value.BoardSnapshotEvents)
        {
            await SaveAsync();
        }
    }

    public void Dispose() => _stopping.Dispose();

    public async Task<BoardReading> Read()
    {
        // A cold board is no use to anybody; but nobody waits long for it: what it lacks can be folded by the reader.
        if (!_caughtUp.Task.IsCompleted)
        {
            var patience = TimeSpan.FromMilliseconds(options.Value.BoardCatchUpMs);
            using var timer = this.RegisterGrainTimer(
                _ =>
                {
                    _caughtUp.TrySetResult();
                    return Task.CompletedTask;
                },
                new GrainTimerCreationOptions(patience, Timeout.InfiniteTimeSpan) { Interleave = true });
            await _caughtUp.Task;
        }

        return new BoardReading(_projection.Board, _projection.Position);
    }

    /// <summary>Follows the feed until the actor goes. Never throws.</summary>
    private async Task FollowAsync(long head)
    {
        await Task.Yield();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var subscription = feed.Subscribe(_projection.Position);
                while (true)
                {
                    if (_projection.Position >= head)
                    {
                        _caughtUp.TrySetResult();
                    }

                    _projection.Apply(await subscription.NextAsync(_stopping.Token));
                    await SaveIfDueAsync();
                }
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                SiloLog.FeedLost(log, e, _projection.Position);
                await this.PauseAsync(TimeSpan.FromMilliseconds(options.Value.BoardRetryMs));
            }
        }
    }

    private Task SaveIfDueAsync()
    {
        var limits = options.Value;
        return _projection.Position - _savedPosition >= limits.BoardSnapshotEvents
            && time.GetUtcNow() - _savedAt >= TimeSpan.FromSeconds(limits.BoardSnapshotSeconds)
            ? SaveAsync()
            : Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        (_savedPosition, _savedAt) = (_projection.Position, time.GetUtcNow());
        snapshot.State = BoardSnapshot.Of(_projection.Board, _projection.Position, feed.Epoch);
        try
        {
            await snapshot.WriteStateAsync();
        }
        catch (Exception e)
        {
            SiloLog.BoardNotSaved(log, e);
        }
    }
}
