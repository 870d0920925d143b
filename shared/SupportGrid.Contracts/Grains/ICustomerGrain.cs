using Orleans.Concurrency;
using SupportGrid.Domain.Customers;
using SupportGrid.Kernel;

namespace SupportGrid.Contracts.Grains;

/// <summary>One customer: identities, history, last agent.</summary>
[Alias("sg.ICustomerGrain")]
public interface ICustomerGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(CustomerCommand command, CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<Customer>> Read();

    /// <summary>
    /// Keeps a place among the customer's open interactions for one that is about to open, or says that there is none.
    /// Asking again for the same interaction takes no second place.
    /// </summary>
    [Alias("Admit")]
    Task<Admission> Admit(string interaction);

    /// <summary>The interaction was not opened after all: its place is free at once.</summary>
    [Alias("Withdraw")]
    Task Withdraw(string interaction);
}

/// <summary>Whether a customer may have one more open interaction.</summary>
/// <param name="Refusal">Null: there is a place.</param>
/// <param name="Customer">The customer as of now.</param>
[GenerateSerializer, Immutable, Alias("sg.Admission")]
public sealed record Admission(Refusal? Refusal, Customer Customer);
