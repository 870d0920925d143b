using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.Kernel;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>
/// A contact centre without actors: the real rules and reactions of interactions and agents, carried out at once, on
/// any log. Single-threaded; readings may be taken from any thread.
/// </summary>
internal sealed class SmallFloor(IEventStore log, string tenant = Samples.Tenant)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Reading<Interaction>> _interactions = [];
    private readonly Dictionary<string, Reading<AgentSession>> _agents = [];
    private Reading<CueLedger> _ledger = new(CueLedger.Empty, 0, 0);
    private int _events;

    /// <summary>What kinds of cues are judged by here: soon, so that a short day has some that are silenced.</summary>
    public const int CueFloor = 500;

    public const int CueAnswersMin = 1;

    public Reading<CueLedger> Ledger
    {
        get
        {
            lock (_gate)
            {
                return _ledger;
            }
        }
    }

    public IReadOnlyList<string> Interactions
    {
        get
        {
            lock (_gate)
            {
                return [.. _interactions.Keys];
            }
        }
    }

    public IReadOnlyList<string> Agents
    {
        get
        {
            lock (_gate)
            {
                return [.. _agents.Keys];
            }
        }
    }

    public Reading<Interaction> Interaction(string id)
    {
        lock (_gate)
        {
            return _interactions.GetValueOrDefault(id, new Reading<Interaction>(InteractionDecider.Initial, 0, 0));
        }
    }

    public Reading<AgentSession> Agent(string id)
    {
        lock (_gate)
        {
            return _agents.GetValueOrDefault(id, new Reading<AgentSession>(AgentDecider.Initial, 0, 0));
        }
    }

    public async Task<Refusal?> DoAsync(string interaction, InteractionCommand command)
    {
        var before = Interaction(interaction);
        var decision = InteractionDecider.Decide(before.State, command);
        if (decision.Refusal is { } refusal || decision.Events.Count == 0)
        {
            return decision.Refusal;
        }

        List<NewEvent> events = [];
        List<Reaction> reactions = [];
        var state = before.State;
        var version = before.Version;
        foreach (var e in decision.Events)
        {
            var after = InteractionDecider.Evolve(state, e);
            events.Add(Encode(e, e.At, InteractionAudience.Audience(state, e, after)));
            reactions.AddRange(InteractionReactions.React(state, e, after, ++version));
            state = after;
        }

        var open = state is not Domain.Interactions.Interaction.Closed;
        var mark = new StreamMark(Streams.InteractionCategory, Samples.Group, open);
        var position = await AppendAsync(Streams.Interaction(interaction), before.Version, events, mark);
        lock (_gate)
        {
            _interactions[interaction] = new Reading<Interaction>(state, version, position);
        }

        await ReactAsync(reactions);
        return null;
    }

    public async Task DoAsync(CueLedgerCommand command)
    {
        var before = Ledger;
        var counted = command is CountCueAnswer c ? c with { Floor = CueFloor, AnswersMin = CueAnswersMin } : command;
        var decision = CueLedgerDecider.Decide(before.State, counted);
        if (decision.Events.Count == 0)
        {
            return;
        }

        var state = decision.Events.Aggregate(before.State, CueLedgerDecider.Evolve);
        var events = decision.Events.Select(e => Encode(e, e.At, null)).ToList();
        var position = await AppendAsync(Streams.Cues, before.Version, events, null);
        lock (_gate)
        {
            _ledger = new Reading<CueLedger>(state, before.Version + events.Count, position);
        }
    }

    public async Task<Refusal?> DoAsync(string agent, AgentCommand command)
    {
        var before = Agent(agent);
        var decision = AgentDecider.Decide(before.State, command);
        if (decision.Refusal is { } refusal || decision.Events.Count == 0)
        {
            return decision.Refusal;
        }

        List<NewEvent> events = [];
        List<Reaction> reactions = [];
        var state = before.State;
        var version = before.Version;
        foreach (var e in decision.Events)
        {
            var after = AgentDecider.Evolve(state, e);
            events.Add(Encode(e, e.At, null));
            reactions.AddRange(AgentReactions.React(state, e, after, ++version));
            state = after;
        }

        var position = await AppendAsync(Streams.Agent(agent), before.Version, events, null);
        lock (_gate)
        {
            _agents[agent] = new Reading<AgentSession>(state, version, position);
        }

        await ReactAsync(reactions);
        return null;
    }

    private async Task ReactAsync(List<Reaction> reactions)
    {
        foreach (var reaction in reactions)
        {
            switch (reaction)
            {
                case TellAgent tell:
                    await DoAsync(tell.Agent, tell.Command);
                    break;
                case TellCueLedger tell:
                    await DoAsync(tell.Command);
                    break;
                case TellInteraction tell:
                    await DoAsync(tell.Interaction, tell.Command);
                    break;
                default:
                    // Customers, queues and the dispatcher are not part of this floor.
                    break;
            }
        }
    }

    private async Task<long> AppendAsync(string stream, long version, List<NewEvent> events, StreamMark? mark)
    {
        var request = new AppendRequest(tenant, stream, version, events) { Mark = mark, Actor = "test" };
        var answer = await log.AppendAsync(request);
        return Assert.IsType<AppendResult.Appended>(answer).LastPosition;
    }

    private NewEvent Encode(object body, DateTimeOffset at, string? audience)
    {
        var encoded = EventCodec.Default.Encode(body);
        var id = new Guid(++_events, 0, 0, new byte[8]);
        return new NewEvent(id, encoded.Type, encoded.SchemaVersion, at, encoded.Data)
        {
            Audience = audience,
            Body = body,
        };
    }
}
