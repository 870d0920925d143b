using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Watching;
using Proto = SupportGrid.Api.V1.Interaction;
using State = SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Gateway.Live.Interactions;

/// <summary>
/// All open interactions of a tenant, without transcripts. What is said in them is no change here: a busy floor would
/// drown its supervisors.
/// </summary>
internal sealed class InteractionsView : WatchView<WatchInteractionsResponse>
{
    private readonly LiveServices _services;
    private readonly TenantFolds<State> _folds;
    private readonly TenantSnapshot<State> _snapshot;
    private readonly StreamFolds<State> _own;
    private readonly string _tenant;

    public InteractionsView(LiveServices services, TenantFolds<State> folds, string tenant)
    {
        _services = services;
        _folds = folds;
        _tenant = tenant;
        _own = new StreamFolds<State>(FoldRules.Silent, services, tenant);
        _snapshot = new TenantSnapshot<State>(folds.Acquire(tenant), ReadAsync, services.Options.SnapshotReadsMax);
        Interest = new LogInterest(tenant);
        Scope = new CursorScope(tenant, LiveView.Interactions, "");
    }

    public override LogInterest Interest { get; }

    public override CursorScope Scope { get; }

    public override async ValueTask<long> ListAsync(
        Outbox<WatchInteractionsResponse> output, CancellationToken cancellationToken)
    {
        var open = await _services.Store.ListOpenAsync(
            Streams.InteractionCategory, _tenant, null, cancellationToken);
        await _snapshot.ReadAsync(
            open.Select(static o => o.Stream),
            reading => reading.State is State.Existing and not State.Closed
                ? output.AddAsync(new WatchInteractionsResponse
                {
                    Interaction = reading.ToProto(withTranscript: false),
                })
                : ValueTask.CompletedTask,
            cancellationToken);
        return _snapshot.Position;
    }

    public override async ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchInteractionsResponse> output, CancellationToken cancellationToken)
    {
        // Opening is half a step: the place in the line follows in the same append, and with it the queue.
        if (item.Body is not InteractionEvent
            || item.Body is MessageSaid or InteractionOpened || EmpathyEvents.Is(item.Body)
            || _snapshot.HasShown(item.Stream, item.Version, item.Position))
        {
            return;
        }

        if (item.SharedPart is not Proto shared)
        {
            var state = item.StateAfter as State ?? (await _own.AfterAsync(item, cancellationToken)).State;
            shared = ((State.Existing)state).ToProto(item.Version, withTranscript: false);
            item.SharedPart = shared;
        }

        await output.AddAsync(new WatchInteractionsResponse { Interaction = shared });
    }

    public override WatchInteractionsResponse Synced() => new() { Synced = new Synced() };

    public override WatchInteractionsResponse Bookmark() => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchInteractionsResponse response, string cursor) => response.Cursor = cursor;

    public override ValueTask DisposeAsync()
    {
        _folds.Release(_tenant);
        return ValueTask.CompletedTask;
    }

    private async Task<Reading<State>> ReadAsync(string stream)
    {
        var id = Streams.Parse(stream).Id;
        var reading = await _services.Grains.GetGrain<IInteractionGrain>(GrainKeys.Of(_tenant, id)).Read();
        return reading with { State = FoldRules.WithoutTranscript(reading.State) };
    }
}
