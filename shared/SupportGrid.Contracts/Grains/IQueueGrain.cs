using Orleans.Concurrency;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Contracts.Grains;

/// <summary>One queue: the policy in force and the versions before.</summary>
[Alias("sg.IQueueGrain")]
public interface IQueueGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(QueueCommand command, CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<QueueState>> Read();
}
