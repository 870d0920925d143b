using SupportGrid.Kernel;

namespace SupportGrid.Domain.Agents;

/// <summary>Every "no" of an agent's session. Codes are part of the public API and never change.</summary>
public static class AgentRefusals
{
    public static Refusal AgentUnknown { get; } =
        new("AGENT_UNKNOWN", "The configuration does not name this agent.");

    public static Refusal NotSignedIn { get; } =
        new("NOT_SIGNED_IN", "The agent is not signed in.");

    public static Refusal AgentHasWork { get; } =
        new("AGENT_HAS_WORK", "The agent still has work in hand; finish it, or sign out by force to give it back.");

    public static Refusal TooManyConnections { get; } =
        new("TOO_MANY_CONNECTIONS", $"An agent has at most {AgentLimits.ConnectionsMax} desks open at once.");

    /// <summary>All of them; the gateway's table and the tests cover every one.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
        [AgentUnknown, NotSignedIn, AgentHasWork, TooManyConnections];
}
