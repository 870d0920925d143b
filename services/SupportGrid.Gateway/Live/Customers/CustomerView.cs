using System.Collections.Immutable;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Polls;
using SupportGrid.Gateway.Live.Typing;
using SupportGrid.Gateway.Live.Watching;
using State = SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Gateway.Live.Customers;

/// <summary>
/// One interaction as its customer sees it. The place in the line is no event: it is asked for while the interaction
/// waits, and only the latest counts.
/// </summary>
internal sealed class CustomerView(
    LiveServices services, Places places, string tenant, string customer, string interaction)
    : WatchView<WatchInteractionResponse>
{
    private readonly StreamFold<State> _fold =
        new(FoldRules.Interaction, services, tenant, Streams.Interaction(interaction));

    private WatchRun? _run;
    private PollMember<ImmutableDictionary<string, LinePlace>>? _place;
    private string _placeGroup = "";
    private PlaceInLine? _shownPlace;
    private ITimer? _end;
    private TypingMember? _typing;

    public override LogInterest Interest { get; } = new(tenant, Streams.Interaction(interaction));

    public override CursorScope Scope { get; } = new(tenant, LiveView.Customer, $"{customer}/{interaction}");

    public override async ValueTask OpenAsync(WatchRun run)
    {
        _run = run;
        _typing = services.Typing.Join(tenant, TypingBoard.CustomerOf(interaction), run.Wake);
        var reading = await services.Grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, interaction)).Read();
        if (reading.State is not State.Existing existing
            || !string.Equals(existing.Facts.Customer, customer, StringComparison.Ordinal))
        {
            // The same answer for both: whose it is, is nobody else's business.
            throw StreamEndings.UnknownInteraction();
        }

        if (run.After is { } after)
        {
            await _fold.AdvanceAsync(after, run.Cancelled);
        }
        else
        {
            _fold.Seed(reading);
        }
    }

    public override async ValueTask<long> ListAsync(
        Outbox<WatchInteractionResponse> output, CancellationToken cancellationToken)
    {
        var snapshot = CustomerSight.Of((State.Existing)_fold.State, _fold.Version, withTranscript: true);
        await output.AddAsync(new WatchInteractionResponse { Snapshot = snapshot });
        return _fold.Position;
    }

    public override async ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchInteractionResponse> output, CancellationToken cancellationToken)
    {
        var before = _fold.State;
        if (!await _fold.ApplyAsync(item, cancellationToken))
        {
            return;
        }

        if (item.Body is MessageSaid said)
        {
            await output.AddAsync(new WatchInteractionResponse { Message = said.ToProto() });
        }
        else if (CustomerSight.Differs(before, _fold.State))
        {
            var changed = CustomerSight.Of((State.Existing)_fold.State, item.Version, withTranscript: false);
            await output.AddAsync(new WatchInteractionResponse { Changed = changed });
        }
    }

    public override async ValueTask TickAsync(
        Outbox<WatchInteractionResponse> output, CancellationToken cancellationToken)
    {
        EndWhenOver(output);
        foreach (var typing in _typing?.Take() ?? [])
        {
            await output.AddAsync(new WatchInteractionResponse { Typing = typing });
        }

        AskForPlace();
        if (NextPlace() is { } next && !next.Equals(_shownPlace))
        {
            _shownPlace = next;
            await output.AddAsync(new WatchInteractionResponse { Place = next });
        }
    }

    public override WatchInteractionResponse Synced() => new() { Synced = new Synced() };

    public override WatchInteractionResponse Bookmark() => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchInteractionResponse response, string cursor) => response.Cursor = cursor;

    public override ValueTask DisposeAsync()
    {
        _place?.Dispose();
        _typing?.Dispose();
        _end?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void AskForPlace()
    {
        var group = _fold.State switch
        {
            State.Queued s => s.Facts.Policy.RoutingGroup,
            State.Offered s => s.Facts.Policy.RoutingGroup,
            _ => "",
        };
        if (string.Equals(group, _placeGroup, StringComparison.Ordinal))
        {
            return;
        }

        _place?.Dispose();
        _place = group.Length > 0 ? places.Join(tenant, group, interaction, _run!.Wake) : null;
        _placeGroup = group;
    }

    /// <summary>Null: nothing is known yet, or it never waited while this client watched.</summary>
    private PlaceInLine? NextPlace() => _place switch
    {
        null => _shownPlace is null ? null : PlaceMapping.None(interaction),
        { Latest: { } latest } => latest.TryGetValue(interaction, out var place)
            ? place.ToProto()
            : PlaceMapping.None(interaction),
        _ => null,
    };

    private void EndWhenOver(Outbox<WatchInteractionResponse> output)
    {
        if (_fold.State is not State.Closed closed)
        {
            _end?.Dispose();
            _end = null;
            return;
        }

        var left = closed.At + closed.Facts.Policy.ReopenWithin - services.Clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            output.EndOk();
        }
        else
        {
            // A window longer than a timer is looked at again when the timer ends, and the timer set anew.
            _end ??= services.Clock.CreateTimer(
                static wake => ((WakeSignal)wake!).Set(), _run!.Wake, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _end.Change(left < StreamAlarms.TimerMax ? left : StreamAlarms.TimerMax, Timeout.InfiniteTimeSpan);
        }
    }
}
