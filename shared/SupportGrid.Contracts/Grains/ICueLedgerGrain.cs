using Orleans.Concurrency;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Contracts.Grains;

/// <summary>How right each kind of cue was in one tenant, and which kinds are silenced.</summary>
[Alias("sg.ICueLedgerGrain")]
public interface ICueLedgerGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(CueLedgerCommand command, CommandMeta meta);

    [ReadOnly]
    [Alias("Read")]
    Task<CueLedgerReading> Read();
}
