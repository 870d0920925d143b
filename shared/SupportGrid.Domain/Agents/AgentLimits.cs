namespace SupportGrid.Domain.Agents;

/// <summary>Limits of an agent's session.</summary>
public static class AgentLimits
{
    /// <summary>Desk streams open at once.</summary>
    public const int ConnectionsMax = 10;

    /// <summary>Offers that are over and still recognised when a message about them arrives late or again.</summary>
    public const int EndedOffersMax = 256;
}
