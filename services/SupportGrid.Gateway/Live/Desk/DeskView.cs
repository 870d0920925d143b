using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Typing;
using SupportGrid.Gateway.Live.Watching;
using Bookmark = SupportGrid.Api.V1.Bookmark;
using State = SupportGrid.Domain.Interactions.Interaction;
using Synced = SupportGrid.Api.V1.Synced;
using WatchDeskResponse = SupportGrid.Api.V1.WatchDeskResponse;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>
/// One agent's desk. Offers begin and end with the session's own events, since the session is what holds them; what
/// happens to an interaction comes from the interaction's events that are meant for this agent.
/// </summary>
internal sealed class DeskView(LiveServices services, string tenant, string agent, TextLanguage language)
    : WatchView<WatchDeskResponse>
{
    private readonly DeskConnection _connection = new(services, tenant, agent);
    private readonly StreamFold<AgentSession> _session =
        new(FoldRules.Agent, services, tenant, Streams.Agent(agent), services.AgentCheckpoints);

    private readonly StreamFolds<ProposedInteraction> _interactions = new(FoldRules.Proposed, services, tenant);
    private readonly string _stream = Streams.Agent(agent);
    private TypingMember? _typing;

    public override LogInterest Interest { get; } = new(tenant, Streams.Agent(agent), Streams.AgentAudience(agent));

    public override CursorScope Scope { get; } = new(tenant, LiveView.Desk, agent);

    public override async ValueTask OpenAsync(WatchRun run)
    {
        if (await _connection.OpenAsync() is { } refusal)
        {
            throw refusal.Code == AgentRefusals.NotSignedIn.Code || refusal.Code == AgentRefusals.AgentUnknown.Code
                ? StreamEndings.NotSignedIn()
                : EdgeErrors.Refused(refusal);
        }

        _typing = services.Typing.Join(tenant, TypingBoard.Agent(agent), run.Wake);
        if (run.After is { } after)
        {
            await _session.AdvanceAsync(after, run.Cancelled);
        }
    }

    public override async ValueTask<long> ListAsync(
        Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        var grain = services.Grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, agent));
        var reading = await grain.Read();
        _session.Seed(reading);
        await AddAsync(output, DeskResponses.Session(reading.State, reading.Version, services.Clock.GetUtcNow()));
        if (reading.State is not AgentSession.SignedOn session)
        {
            output.EndWith(StreamEndings.SignedOut());
            return reading.Position;
        }

        var shown = reading.Position;
        foreach (var work in session.Work)
        {
            shown = Math.Max(shown, await ListAsync(work.Interaction, output));
        }

        foreach (var offer in session.Offers)
        {
            shown = Math.Max(shown, await ListAsync(offer, output, cancellationToken));
        }

        return shown;
    }

    public override ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchDeskResponse> output, CancellationToken cancellationToken) =>
        string.Equals(item.Stream, _stream, StringComparison.Ordinal)
            ? FollowSessionAsync(item, output, cancellationToken)
            : FollowInteractionAsync(item, output, cancellationToken);

    public override async ValueTask TickAsync(
        Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        foreach (var typing in _typing?.Take() ?? [])
        {
            await output.AddAsync(new WatchDeskResponse { Typing = typing });
        }
    }

    public override ValueTask DisposeAsync()
    {
        _typing?.Dispose();
        return _connection.DisposeAsync();
    }

    public override WatchDeskResponse Synced() => new() { Synced = new Synced() };

    public override WatchDeskResponse Bookmark() => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchDeskResponse response, string cursor) => response.Cursor = cursor;

    private static ValueTask AddAsync(Outbox<WatchDeskResponse> output, WatchDeskResponse? response) =>
        response is null ? ValueTask.CompletedTask : output.AddAsync(response);

    private async ValueTask<long> ListAsync(string interaction, Outbox<WatchDeskResponse> output)
    {
        var reading = await ReadAsync(interaction);
        Seed(interaction, reading, null);
        await AddInHandAsync(reading.State, reading.Version, output);
        return reading.Position;
    }

    /// <summary>A pending offer as it came; or what has become of it since the session was read.</summary>
    private async ValueTask<long> ListAsync(
        OfferInHand offer, Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(offer.Interaction);
        var isPending = reading.State is State.Offered pending && pending.Offer == offer.Offer;
        var issued = isPending
            ? await new OfferRecords(services, tenant).FindAsync(offer, reading.Position, cancellationToken)
            : null;
        var fold = Seed(offer.Interaction, reading, issued);
        if (isPending)
        {
            await output.AddAsync(DeskResponses.Offered(offer, fold));
        }
        else if (reading.State is State.InTalk accepted && accepted.Offer == offer.Offer)
        {
            await AddInHandAsync(reading.State, reading.Version, output);
        }

        // Else it has ended: the session's event of that follows.
        return reading.Position;
    }

    private async ValueTask AddInHandAsync(State state, long version, Outbox<WatchDeskResponse> output)
    {
        await AddAsync(output, DeskResponses.InHand(state, version));
        await AddAsync(output, DeskEmpathy.InHand(state, version, language));
    }

    private Task<Reading<State>> ReadAsync(string interaction) =>
        services.Grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, interaction)).Read();

    private StreamFold<ProposedInteraction> Seed(string interaction, Reading<State> reading, OfferIssued? issued)
    {
        var fold = _interactions.Of(Streams.Interaction(interaction));
        fold.Seed(new Reading<ProposedInteraction>(
            new ProposedInteraction(reading.State, issued), reading.Version, reading.Position));
        return fold;
    }

    private async ValueTask FollowSessionAsync(
        LiveEvent item, Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        if (!await _session.ApplyAsync(item, cancellationToken))
        {
            return;
        }

        switch (item.Body)
        {
            case OfferTaken e:
                await AddOfferAsync(e.Offer, item, output, cancellationToken);
                break;
            case OfferPutDown e:
                await output.AddAsync(DeskResponses.OfferEnded(
                    e.Offer, e.Interaction, DeskResponses.EndingOf(e.Because), e.Because));
                break;
            case WorkDeclined e:
                await output.AddAsync(DeskResponses.Released(e.Interaction, AgentReasons.AgentLost));
                _interactions.Forget(Streams.Interaction(e.Interaction));
                break;
            case WorkFinished e:
                await output.AddAsync(DeskResponses.Released(e.Interaction, e.Because));
                _interactions.Forget(Streams.Interaction(e.Interaction));
                break;
            default:
                break;
        }

        // Last, so that the cursor of the event is on the session: it is there for every event of it.
        await AddAsync(output, DeskResponses.Session(_session.State, item.Version, services.Clock.GetUtcNow()));
        if (item.Body is AgentSignedOut)
        {
            output.EndWith(StreamEndings.SignedOut());
        }
    }

    private async ValueTask AddOfferAsync(
        OfferInHand offer, LiveEvent item, Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        var fold = _interactions.Of(Streams.Interaction(offer.Interaction));
        await fold.AdvanceAsync(item.Position, cancellationToken);
        await output.AddAsync(DeskResponses.Offered(offer, fold));
    }

    private async ValueTask FollowInteractionAsync(
        LiveEvent item, Outbox<WatchDeskResponse> output, CancellationToken cancellationToken)
    {
        var fold = _interactions.Of(item.Stream);
        if (item.Version > fold.Version + 1)
        {
            // What the event changes is told by the state right before it, wherever this stream began.
            await fold.AdvanceAsync(item.Position - 1, cancellationToken);
        }

        var before = fold.State.Interaction;
        if (!await fold.ApplyAsync(item, cancellationToken))
        {
            return;
        }

        var interaction = Streams.Parse(item.Stream).Id;
        switch (item.Body)
        {
            case MessageSaid e:
                await output.AddAsync(DeskResponses.Said(interaction, item.Version, e));
                await AddAsync(
                    output, DeskEmpathy.Changed(before, fold.State.Interaction, item.Version, language));
                break;
            case NeedClassified:
                await AddAsync(
                    output, DeskEmpathy.Changed(before, fold.State.Interaction, item.Version, language));
                break;
            case CueShown or CueEnded or CueAnswered or TrajectoryMoved or OpportunityScored or ReadingRevised:
                await AddAsync(
                    output, DeskEmpathy.Of((InteractionEvent)item.Body, interaction, item.Version, language));
                break;
            case AgentConnected e:
                await output.AddAsync(DeskResponses.OfferEnded(e.Offer, interaction, "accepted", ""));
                await AddInHandAsync(fold.State.Interaction, item.Version, output);
                break;
            case OfferIssued or OfferRejected or OfferExpired or OfferCancelled or OfferRescinded:
                // The session takes and puts down offers; the desk hears of it from there.
                break;
            default:
                await AddChangeAsync(item, fold, output);
                break;
        }
    }

    /// <summary>Of an interaction that is only proposed, nothing but the offer is shown.</summary>
    private static ValueTask AddChangeAsync(
        LiveEvent item, StreamFold<ProposedInteraction> fold, Outbox<WatchDeskResponse> output) =>
        fold.State.Interaction is State.Offered
            ? ValueTask.CompletedTask
            : AddAsync(output, DeskResponses.Changed(fold.State.Interaction, item.Version));
}
