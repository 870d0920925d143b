using Orleans.Concurrency;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Contracts.Grains;

/// <summary>Life cycle, transcript and current offer of one interaction. Key: <see cref="GrainKeys"/>.</summary>
/// <remarks>The grain stamps every command with its own clock; <c>At</c> of what is sent is ignored.</remarks>
[Alias("sg.IInteractionGrain")]
public interface IInteractionGrain : IGrainWithStringKey
{
    /// <summary>Opens it; fetches the queue's policy and the customer's last agent first.</summary>
    [Alias("Open")]
    Task<CommandReply> Open(OpenRequest request, CommandMeta meta);

    /// <summary>Transfers it (by its agent, or by a supervisor); fetches the target queue's policy first.</summary>
    [Alias("Transfer")]
    Task<CommandReply> Transfer(TransferRequest request, CommandMeta meta);

    /// <summary>Reopens it; fetches the queue's policy first.</summary>
    [Alias("Reopen")]
    Task<CommandReply> Reopen(Party by, string author, CommandMeta meta);

    /// <summary>Every other command.</summary>
    [Alias("Execute")]
    Task<CommandReply> Execute(InteractionCommand command, CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<Interaction>> Read();
}
