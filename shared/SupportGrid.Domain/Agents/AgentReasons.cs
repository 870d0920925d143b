namespace SupportGrid.Domain.Agents;

/// <summary>Reasons by which rules tell events apart; all others are only shown.</summary>
public static class AgentReasons
{
    /// <summary>The session ended with it in hand: the interaction has to be told.</summary>
    public const string AgentLost = "agent_lost";

    /// <summary>The offer ran out: the agent did not respond.</summary>
    public const string Expired = "expired";

    /// <summary>A presence that was chosen ahead takes effect.</summary>
    public const string ChosenAhead = "chosen_ahead";
}
