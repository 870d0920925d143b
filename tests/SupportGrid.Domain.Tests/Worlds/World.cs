using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Tests.Worlds;

/// <summary>
/// Two interactions of one customer, two agents, and what the dispatcher was told: the rules alone, with the reactions
/// between them carried out late, interleaved and repeatedly. No actors, no storage.
/// </summary>
internal sealed class World
{
    // Told only when a check fails: most worlds end well.
    private readonly List<Func<string>> _story = [];

    /// <param name="ownClock">Whether who receives a command puts its own instant into it.</param>
    public World(bool ownClock)
    {
        OwnClock = ownClock;
        foreach (var agent in Agents.Keys.ToArray())
        {
            Ask(agent, new AdoptProfile(Profiles.Of(agent), Now));
        }
    }

    public bool OwnClock { get; }

    public DateTimeOffset Now { get; set; } = Instants.Noon;

    public SortedDictionary<string, Interaction> Interactions { get; } =
        new() { ["i1"] = InteractionDecider.Initial, ["i2"] = InteractionDecider.Initial };

    public SortedDictionary<string, AgentSession> Agents { get; } =
        new() { ["ana"] = AgentDecider.Initial, ["ben"] = AgentDecider.Initial };

    public Customer Customer { get; private set; } = CustomerDecider.Initial;

    public CueLedger Cues { get; private set; } = CueLedger.Empty;

    /// <summary>By stream: interactions and agents.</summary>
    public SortedDictionary<string, Post> Posts { get; } =
        new() { ["ana"] = new(), ["ben"] = new(), ["i1"] = new(), ["i2"] = new() };

    /// <summary>
    /// What each dispatcher holds of each interaction, as of a version: null when it is not in its line.
    /// </summary>
    public SortedDictionary<(string Group, string Interaction), (long Version, WaitingItem? Item)> Lines { get; } = [];

    public SortedDictionary<string, AgentAvailability> Availability { get; } = [];

    /// <summary>Names of all events that ever happened in this world.</summary>
    public HashSet<Type> Happened { get; } = [];

    private Dictionary<string, long> Versions { get; } = [];

    public void Ask(string interaction, InteractionCommand command) =>
        Interactions[interaction] = Append<InteractionDecider, Interaction, InteractionCommand, InteractionEvent>(
            interaction, Interactions[interaction], command, InteractionReactions.React);

    public void Ask(string agent, AgentCommand command) =>
        Agents[agent] = Append<AgentDecider, AgentSession, AgentCommand, AgentEvent>(
            agent, Agents[agent], command, AgentReactions.React);

    /// <summary>What was asked and what came of it, for whoever has to understand a failure.</summary>
    public IEnumerable<string> Story => _story.Select(static tell => tell());

    public void CarryOut(Reaction reaction)
    {
        switch (reaction)
        {
            case TellAgent { Agent: var agent, Command: var command }:
                Ask(agent, OwnClock ? command with { At = Now } : command);
                break;
            case TellInteraction { Interaction: var interaction, Command: var command }:
                Ask(interaction, OwnClock ? command with { At = Now } : command);
                break;
            case TellCustomer { Command: var command }:
                Customer = CustomerDecider.Decide(Customer, OwnClock ? command with { At = Now } : command).Events
                    .Aggregate(Customer, CustomerDecider.Evolve);
                break;
            case TellCueLedger { Command: var command }:
                Cues = CueLedgerDecider.Decide(Cues, command).Events.Aggregate(Cues, CueLedgerDecider.Evolve);
                break;
            case TellItemWaiting { RoutingGroup: var group, Item: var item }:
                Note((group, item.Interaction), item.Version, item);
                break;
            case TellItemGone { RoutingGroup: var group, Interaction: var interaction, Version: var version }:
                Note((group, interaction), version, null);
                break;
            case TellAgentAvailability { Availability: var availability }:
                Note(availability);
                break;
            default:
                throw new InvalidOperationException($"Nobody here carries out {reaction.GetType().Name}.");
        }
    }

    private TState Append<TDecider, TState, TCommand, TEvent>(
        string stream,
        TState state,
        TCommand command,
        Func<TState, TEvent, TState, long, IReadOnlyList<Reaction>> react)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : notnull
    {
        var decision = TDecider.Decide(state, command);
        _story.Add(() =>
            $"{stream}: {Canonical.Of(command)} -> {decision.Refusal?.Code}{Canonical.OfAll(decision.Events)}");
        foreach (var @event in decision.Events)
        {
            var next = TDecider.Evolve(state, @event);
            var version = Versions[stream] = Versions.GetValueOrDefault(stream) + 1;
            Posts[stream].Add(react(state, @event, next, version));
            Happened.Add(@event.GetType());
            state = next;
        }

        return state;
    }

    private void Note((string Group, string Interaction) place, long version, WaitingItem? item)
    {
        if (!Lines.TryGetValue(place, out var known) || known.Version < version)
        {
            Lines[place] = (version, item);
        }
    }

    private void Note(AgentAvailability availability)
    {
        if (!Availability.TryGetValue(availability.Agent, out var known) || known.Version < availability.Version)
        {
            Availability[availability.Agent] = availability;
        }
    }
}
