namespace SupportGrid.Domain.Routing;

/// <summary>An agent's place in a pool. Its keys change only while it is in none of the pool's orders.</summary>
internal sealed class PoolPlace(AgentEntry agent, ExclusionReason? ofProfile, long proficiency)
{
    public AgentEntry Agent { get; } = agent;

    /// <summary>What only a new profile can change; null: qualified.</summary>
    public ExclusionReason? OfProfile { get; } = ofProfile;

    /// <summary>Millionths; see <see cref="Scoring.Proficiency"/>.</summary>
    public long Proficiency { get; } = proficiency;

    /// <summary>Why not now; null: able.</summary>
    public ExclusionReason? Reason { get; set; }

    public DateTimeOffset IdleSince { get; set; }

    /// <summary>Millionths; see <see cref="Scoring.Free"/>.</summary>
    public long Free { get; set; }

    /// <summary>Tenths of a full load of hard conversations; 0 as well where it does not count.</summary>
    public int Load { get; set; }

    /// <summary>When time alone lowers <see cref="Load"/>; null: never.</summary>
    public DateTimeOffset? NextEasing { get; set; }

    /// <summary>Idle time has reached the cap, so the score stands still.</summary>
    public bool Capped { get; set; }

    /// <summary>The order among the climbing or among the capped.</summary>
    public Int128 Key { get; set; }

    public bool IsAble => Reason is null;

    /// <summary>Qualified and there: able now, or as soon as there is room.</summary>
    public bool CanBeAsked => Reason is null or ExclusionReason.Capacity or ExclusionReason.Reserved;
}
