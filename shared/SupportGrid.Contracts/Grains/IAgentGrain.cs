using Orleans.Concurrency;
using SupportGrid.Domain.Agents;

namespace SupportGrid.Contracts.Grains;

/// <summary>One agent's session: presence, routing status, connection; offers and work in hand.</summary>
[Alias("sg.IAgentGrain")]
public interface IAgentGrain : IGrainWithStringKey
{
    [Alias("Execute")]
    Task<CommandReply> Execute(AgentCommand command, CommandMeta meta);

    /// <summary>
    /// The gateway still holds this desk stream. In memory only; a connection that is not renewed for
    /// <c>DeskRenewalsMissedMax</c> intervals counts as closed.
    /// </summary>
    /// <returns>False when the session does not know the connection: connect again.</returns>
    [AlwaysInterleave]
    [Alias("Renew")]
    Task<bool> Renew(string connectionId);

    [ReadOnly]
    [Alias("Read")]
    Task<Reading<AgentSession>> Read();
}
