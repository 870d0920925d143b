namespace SupportGrid.Replay;

/// <summary>What to play, where and how fast.</summary>
public sealed record ReplayOptions
{
    /// <summary>The gateway's gRPC address.</summary>
    public required Uri Address { get; init; }

    /// <summary>A token with role "admin" of the tenant to play in.</summary>
    public required string AdminToken { get; init; }

    /// <summary>Agents, each with a connection of its own.</summary>
    public int Agents { get; init; } = 100;

    /// <summary>Conversations that an agent leads at once.</summary>
    public int ConversationsPerAgent { get; init; } = 3;

    /// <summary>Customers at once; 0: as many as the agents can serve, and a tenth more who wait.</summary>
    public int CustomersMax { get; init; }

    public Pace Pace { get; init; } = Pace.AsFastAsPossible;

    /// <summary>Names the run; the same conversations may be played again under another name.</summary>
    public required string Run { get; init; }

    /// <summary>
    /// Whether a queue and agents are added for people who try the pages; no played conversation goes there.
    /// </summary>
    public bool HasPeople { get; init; }

    /// <summary>Share of the customers (0 to 1) who go away instead of waiting.</summary>
    public double AbandonShare { get; init; }

    /// <summary>Decides which customers they are: the same for the same seed and conversations.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long they wait first, in recorded time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an agent has to answer an offer.</summary>
    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an agent whom the configuration names may stay unknown to the server.</summary>
    public TimeSpan UnknownAgentPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections that the customers share.</summary>
    public int CustomerConnections { get; init; } = 4;

    /// <summary>Customers at once.</summary>
    public int CustomersAtOnce =>
        CustomersMax > 0 ? CustomersMax : Math.Max(1, (int)(Agents * ConversationsPerAgent * 1.1));
}
