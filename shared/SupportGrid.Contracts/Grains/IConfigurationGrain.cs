using Orleans.Concurrency;
using SupportGrid.Domain.Configurations;

namespace SupportGrid.Contracts.Grains;

/// <summary>Everything an administrator sets for one tenant.</summary>
[Alias("sg.IConfigurationGrain")]
public interface IConfigurationGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(ConfigurationCommand command, CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<Configuration>> Read();
}
