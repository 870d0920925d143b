using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>A waiting item with its place in the indexes. Its keys change only while it is in none.</summary>
internal sealed class LineItem(WaitingItem item)
{
    public WaitingItem Item { get; set; } = item;

    /// <summary>Static part of the effective priority.</summary>
    public Int128 Key { get; private set; }

    /// <summary>When time alone changes what it asks for, or null.</summary>
    public DateTimeOffset? NextChange { get; private set; }

    /// <summary>Where it waits; null while reserved or while its queue has no policy.</summary>
    public AgentPool? Pool { get; set; }

    /// <summary>The offer for which it is taken out of the line, or null.</summary>
    public string? ReservedBy { get; set; }

    public void Measure(QueuePolicy policy, DateTimeOffset now)
    {
        Key = EffectivePriority.Key(Item, policy);
        NextChange = Demand.NextChange(Item, policy, now);
    }
}
