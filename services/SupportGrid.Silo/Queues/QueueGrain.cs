using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Queues;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Queues;

/// <summary>One queue: the policy in force and the versions before.</summary>
public sealed class QueueGrain(
    EventSourcingServices services,
    [PersistentState("queue", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<QueueDecider, QueueState, QueueCommand, QueueEvent>(services, snapshot), IQueueGrain
{
    protected override string StreamName => Streams.Queue(Id);

    protected override int SnapshotFormat => 1;

    public Task<CommandReply> Execute(QueueCommand command, CommandMeta meta) => HandleAsync(command, meta);

    public Task<Reading<QueueState>> Read() => ReadAsync();

    protected override QueueCommand Stamp(QueueCommand command, DateTimeOffset at) => command with { At = at };

    protected override DateTimeOffset InstantOf(QueueEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        QueueState before, QueueEvent @event, QueueState after, long version) =>
        QueueReactions.React(before, @event, after, version);
}
