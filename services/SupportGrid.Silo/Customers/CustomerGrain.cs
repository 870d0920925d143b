using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Customers;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Customers;

/// <summary>One customer: identities, history, last agent.</summary>
public sealed class CustomerGrain(
    EventSourcingServices services,
    IOptions<SiloOptions> options,
    [PersistentState("customer", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<CustomerDecider, Customer, CustomerCommand, CustomerEvent>(services, snapshot), ICustomerGrain
{
    private readonly Admissions _admissions = new();

    protected override string StreamName => Streams.Customer(Id);

    protected override int SnapshotFormat => 2;

    public async Task<CommandReply> Execute(CustomerCommand command, CommandMeta meta)
    {
        var reply = await HandleAsync(command, meta);
        if (command is BeginContact begun)
        {
            _admissions.End(begun.Interaction);
        }

        return reply;
    }

    public Task<Reading<Customer>> Read() => ReadAsync();

    public Task<Admission> Admit(string interaction)
    {
        var until = Now + TimeSpan.FromSeconds(options.Value.AdmissionSeconds);
        var isGiven = _admissions.TryGive(State, interaction, options.Value.CustomerOpenInteractionsMax, Now, until);
        return Task.FromResult(new Admission(isGiven ? null : GrainRefusals.TooManyOpenInteractions, State));
    }

    public Task Withdraw(string interaction)
    {
        _admissions.End(interaction);
        return Task.CompletedTask;
    }

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
