using Orleans.Concurrency;
using SupportGrid.Domain.Customers;

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
}
