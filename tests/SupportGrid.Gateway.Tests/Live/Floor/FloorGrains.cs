using System.Collections.Immutable;
using System.Reflection;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>Actors of the small floor as the gateway calls them.</summary>
public class FloorGrains : DispatchProxy
{
    private FloorActors _actors = null!;

    internal static IGrainFactory Of(FloorActors actors)
    {
        var proxy = Create<IGrainFactory, FloorGrains>();
        ((FloorGrains)(object)proxy)._actors = actors;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var id = GrainKeys.Parse((string)args![0]!).Id;
        var kind = targetMethod!.ReturnType;
        return kind == typeof(IInteractionGrain) ? new InteractionActor(_actors, id)
            : kind == typeof(IAgentGrain) ? new AgentActor(_actors, id)
            : kind == typeof(IConfigurationGrain) ? new ConfigurationActor(_actors)
            : kind == typeof(IQueueGrain) ? new QueueActor(_actors, id)
            : kind == typeof(IDispatcherGrain) ? new DispatcherActor(_actors)
            : kind == typeof(IWallboardGrain) ? new WallboardActor(_actors)
            : kind == typeof(ICueLedgerGrain) ? new CueLedgerActor(_actors)
            : throw new NotSupportedException($"The floor has no {kind.Name}.");
    }

    private sealed class InteractionActor(FloorActors actors, string id) : IInteractionGrain
    {
        public async Task<Reading<Interaction>> Read()
        {
            await actors.BeforeReadAsync();
            return actors.Floor.Interaction(id);
        }

        public Task<CommandReply> Open(OpenRequest request, CommandMeta meta) => throw NotAsked();

        public Task<CommandReply> Transfer(TransferRequest request, CommandMeta meta) => throw NotAsked();

        public Task<CommandReply> Reopen(Party by, string author, CommandMeta meta) => throw NotAsked();

        public Task<CommandReply> Execute(InteractionCommand command, CommandMeta meta) => throw NotAsked();
    }

    private sealed class AgentActor(FloorActors actors, string id) : IAgentGrain
    {
        public async Task<Reading<AgentSession>> Read()
        {
            await actors.BeforeReadAsync();
            return actors.Floor.Agent(id);
        }

        public Task<CommandReply> Execute(AgentCommand command, CommandMeta meta) => actors.ExecuteAsync(id, command);

        public Task<bool> Renew(string connectionId) => Task.FromResult(actors.Renew(connectionId));
    }

    private sealed class ConfigurationActor(FloorActors actors) : IConfigurationGrain
    {
        public Task<Reading<Configuration>> Read() => Task.FromResult(new Reading<Configuration>(
            Configuration.Empty with
            {
                Agents = actors.Floor.Agents.ToImmutableSortedDictionary(static a => a, Samples.Profile),
                Queues = actors.IsBillingRetired
                    ? ImmutableSortedDictionary<string, QueuePolicy>.Empty
                    : ImmutableSortedDictionary<string, QueuePolicy>.Empty.Add("billing", Samples.Policy("billing")),
            },
            1,
            0));

        public Task<CommandReply> Execute(ConfigurationCommand command, CommandMeta meta) => throw NotAsked();

        public Task<CommandReply?> Answered(CommandMeta meta) => throw NotAsked();
    }

    private sealed class QueueActor(FloorActors actors, string id) : IQueueGrain
    {
        public Task<Reading<QueueState>> Read() => Task.FromResult(new Reading<QueueState>(
            id == "billing"
                ? new QueueState.Defined(Samples.Policy(id), [], actors.IsBillingRetired)
                : QueueState.Undefined.Instance,
            1,
            0));

        public Task<CommandReply> Execute(QueueCommand command, CommandMeta meta) => throw NotAsked();
    }

    private sealed class DispatcherActor(FloorActors actors) : IDispatcherGrain
    {
        public Task<ImmutableArray<LinePlace>> GetPlaces(ImmutableArray<string> interactions) =>
            Task.FromResult(actors.Places(interactions));

        public Task<QueueLine> GetLine(string queue, int limit) => Task.FromResult(actors.Line(queue, limit));

        public Task PutWaiting(WaitingItem item) => throw NotAsked();

        public Task RemoveWaiting(string interaction, long version) => throw NotAsked();

        public Task PutAgent(AgentAvailability availability) => throw NotAsked();

        public Task PutPolicy(QueuePolicy policy) => throw NotAsked();

        public Task Wake() => throw NotAsked();

        public Task<ImmutableArray<string>> ExplainNow(string interaction, string agent) => throw NotAsked();
    }

    private sealed class WallboardActor(FloorActors actors) : IWallboardGrain
    {
        public Task<BoardReading> Read() => actors.ReadBoardAsync();
    }

    private sealed class CueLedgerActor(FloorActors actors) : ICueLedgerGrain
    {
        public Task<CueLedgerReading> Read()
        {
            var ledger = actors.Floor.Ledger;
            return Task.FromResult(new CueLedgerReading(
                ledger.State, SmallFloor.CueFloor, SmallFloor.CueAnswersMin, ledger.Version, ledger.Position));
        }

        public Task<CommandReply> Execute(CueLedgerCommand command, CommandMeta meta) => throw NotAsked();
    }

    private static NotSupportedException NotAsked() => new("Live streams do not ask this.");
}
