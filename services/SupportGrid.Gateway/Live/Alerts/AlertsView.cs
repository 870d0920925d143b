using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Watching;
using Bookmark = SupportGrid.Api.V1.Bookmark;
using State = SupportGrid.Domain.Interactions.Interaction;
using Synced = SupportGrid.Api.V1.Synced;
using V1 = SupportGrid.Api.V1;
using WatchAlertsResponse = SupportGrid.Api.V1.WatchAlertsResponse;

namespace SupportGrid.Gateway.Live.Alerts;

/// <summary>
/// The interactions of a tenant that need a look, as rows that come, change and go; and the kinds of cues that were
/// silenced. What an event changes is told by the states right before and right after it.
/// </summary>
internal sealed class AlertsView : WatchView<WatchAlertsResponse>
{
    private readonly LiveServices _services;
    private readonly TenantFolds<State> _folds;
    private readonly TenantSnapshot<State> _snapshot;
    private readonly StreamFolds<State> _own;
    private readonly AlertRows _rows;
    private readonly string _tenant;
    private long _ledgerVersion;

    public AlertsView(LiveServices services, TenantFolds<State> folds, string tenant, AlertRows rows)
    {
        (_services, _folds, _tenant, _rows) = (services, folds, tenant, rows);
        _own = new StreamFolds<State>(FoldRules.Silent, services, tenant);
        _snapshot = new TenantSnapshot<State>(folds.Acquire(tenant), ReadAsync, services.Options.SnapshotReadsMax);
        Interest = new LogInterest(tenant);
        Scope = new CursorScope(tenant, LiveView.Alerts, rows.Filter);
    }

    public override LogInterest Interest { get; }

    public override CursorScope Scope { get; }

    public override async ValueTask<long> ListAsync(
        Outbox<WatchAlertsResponse> output, CancellationToken cancellationToken)
    {
        var open = await _services.Store.ListOpenAsync(
            Streams.InteractionCategory, _tenant, null, cancellationToken);
        await _snapshot.ReadAsync(
            open.Select(static o => o.Stream),
            reading => _rows.Of(reading.State, reading.Version) is { } row
                ? output.AddAsync(new WatchAlertsResponse { Interaction = row })
                : ValueTask.CompletedTask,
            cancellationToken);

        var ledger = await _services.Grains.GetGrain<ICueLedgerGrain>(GrainKeys.CueLedger(_tenant)).Read();
        _ledgerVersion = ledger.Version;
        foreach (var kind in ledger.Ledger.Silenced)
        {
            await output.AddAsync(new WatchAlertsResponse { CueKind = ledger.Ledger.Of(kind).ToProto(kind) });
        }

        return Math.Max(_snapshot.Position, ledger.Position);
    }

    public override async ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchAlertsResponse> output, CancellationToken cancellationToken)
    {
        switch (item.Body)
        {
            // Neither says anything that a row shows; and opening is half a step.
            case MessageSaid or InteractionOpened:
                break;
            case InteractionEvent when !_snapshot.HasShown(item.Stream, item.Version, item.Position):
                await FollowInteractionAsync(item, output, cancellationToken);
                break;
            case CueKindSilenced e when item.Version > _ledgerVersion:
                await output.AddAsync(new WatchAlertsResponse { CueKind = e.ToProto() });
                break;
            case CueKindRestored e when item.Version > _ledgerVersion:
                await output.AddAsync(new WatchAlertsResponse { CueKind = CueTally.None.ToProto(e.Kind) });
                break;
            default:
                break;
        }
    }

    public override WatchAlertsResponse Synced() => new() { Synced = new Synced() };

    public override WatchAlertsResponse Bookmark() => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchAlertsResponse response, string cursor) => response.Cursor = cursor;

    public override ValueTask DisposeAsync()
    {
        _folds.Release(_tenant);
        return ValueTask.CompletedTask;
    }

    private async ValueTask FollowInteractionAsync(
        LiveEvent item, Outbox<WatchAlertsResponse> output, CancellationToken cancellationToken)
    {
        var (before, after) = await StatesAsync(item, cancellationToken);
        var (was, now) = (_rows.Of(before, item.Version), _rows.Of(after, item.Version));
        if (now is not null && !now.Equals(was))
        {
            await output.AddAsync(new WatchAlertsResponse { Interaction = now });
        }
        else if (now is null && was is not null)
        {
            await output.AddAsync(new WatchAlertsResponse
            {
                Cleared = new V1.AlertCleared { InteractionId = was.InteractionId, Version = item.Version },
            });
        }
    }

    private async ValueTask<(State Before, State After)> StatesAsync(
        LiveEvent item, CancellationToken cancellationToken)
    {
        if (item is { StateBefore: State before, StateAfter: State after })
        {
            return (before, after);
        }

        var fold = _own.Of(item.Stream);
        if (item.Version > fold.Version + 1)
        {
            await fold.AdvanceAsync(item.Position - 1, cancellationToken);
        }

        var earlier = fold.State;
        await fold.ApplyAsync(item, cancellationToken);
        return (earlier, fold.State);
    }

    private async Task<Reading<State>> ReadAsync(string stream)
    {
        var id = Streams.Parse(stream).Id;
        var reading = await _services.Grains.GetGrain<IInteractionGrain>(GrainKeys.Of(_tenant, id)).Read();
        return reading with { State = FoldRules.WithoutTranscript(reading.State) };
    }
}
