using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Customers;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Customers;

/// <summary>One customer: identities, history, last agent.</summary>
public sealed class CustomerGrain(
    EventSourcingServices services,
    [PersistentState("customer", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<CustomerDecider, Customer, CustomerCommand, CustomerEvent>(services, snapshot), ICustomerGrain
{
    protected override string StreamName => Streams.Customer(Id);

    protected override int SnapshotFormat => 1;

    public Task<CommandReply> Execute(CustomerCommand command, CommandMeta meta) => HandleAsync(command, meta);

    public Task<Reading<Customer>> Read() => ReadAsync();

    /// <summary>
    /// When somebody served is told by the interaction, and keeps its instant: told again later, it is no newer.
    /// </summary>
    protected override CustomerCommand Stamp(CustomerCommand command, DateTimeOffset at) =>
        command is NoteService ? command : command with { At = at };

    protected override DateTimeOffset InstantOf(CustomerEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        Customer before, CustomerEvent @event, Customer after, long version) => [];

    protected override IEnumerable<string> ClaimsOf(CustomerEvent @event) =>
        @event is CustomerIdentified e ? [Claims.Identity(e.Identity)] : [];
}
