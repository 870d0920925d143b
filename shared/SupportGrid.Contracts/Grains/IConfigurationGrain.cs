using Orleans.Concurrency;
using SupportGrid.Domain.Configurations;

namespace SupportGrid.Contracts.Grains;

/// <summary>Everything an administrator sets for one tenant.</summary>
[Alias("sg.IConfigurationGrain")]
public interface IConfigurationGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(ConfigurationCommand command, CommandMeta meta);

    /// <summary>
    /// The answer that a request was given before; null: it was not asked, or so long ago that it is forgotten.
    /// </summary>
    [ReadOnly]
    [Alias("Answered")]
    Task<CommandReply?> Answered(CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<Configuration>> Read();
}
