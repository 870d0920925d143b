namespace SupportGrid.Domain.Routing;

/// <summary>
/// The orders of the matcher's indexes. Every entry that is looked at, by comparison or in passing, is counted: the
/// count grows with the logarithm of agents and items, and a test holds it to that.
/// </summary>
internal sealed class MatcherOrders
{
    public MatcherOrders()
    {
        Items = Order<LineItem>(static (a, b) =>
            b.Key != a.Key ? b.Key.CompareTo(a.Key)
            : a.Item.PlaceSince != b.Item.PlaceSince ? a.Item.PlaceSince.CompareTo(b.Item.PlaceSince)
            : string.CompareOrdinal(a.Item.Interaction, b.Item.Interaction));
        Ages = Order<LineItem>(static (a, b) =>
            a.Item.PlaceSince != b.Item.PlaceSince ? a.Item.PlaceSince.CompareTo(b.Item.PlaceSince)
            : string.CompareOrdinal(a.Item.Interaction, b.Item.Interaction));
        Changes = Order<LineItem>(static (a, b) =>
            a.NextChange != b.NextChange ? Nullable.Compare(a.NextChange, b.NextChange)
            : string.CompareOrdinal(a.Item.Interaction, b.Item.Interaction));
        Ranks = Order<PoolPlace>(static (a, b) =>
            b.Key != a.Key ? b.Key.CompareTo(a.Key)
            : a.IdleSince != b.IdleSince ? a.IdleSince.CompareTo(b.IdleSince)
            : string.CompareOrdinal(a.Agent.Id, b.Agent.Id));
        IdleTimes = Order<PoolPlace>(static (a, b) =>
            a.IdleSince != b.IdleSince ? a.IdleSince.CompareTo(b.IdleSince)
            : string.CompareOrdinal(a.Agent.Id, b.Agent.Id));
        Easings = Order<PoolPlace>(static (a, b) =>
            a.NextEasing != b.NextEasing ? Nullable.Compare(a.NextEasing, b.NextEasing)
            : string.CompareOrdinal(a.Agent.Id, b.Agent.Id));
        Names = Order<PoolPlace>(static (a, b) => string.CompareOrdinal(a.Agent.Id, b.Agent.Id));
    }

    /// <summary>Entries looked at since the matcher was made.</summary>
    public long Examined { get; set; }

    /// <summary>Items of one queue, the next to be served first.</summary>
    public IComparer<LineItem> Items { get; }

    /// <summary>Items of one queue, the longest in the line first.</summary>
    public IComparer<LineItem> Ages { get; }

    /// <summary>Items by the instant at which time changes what they ask for.</summary>
    public IComparer<LineItem> Changes { get; }

    /// <summary>Agents of one pool, the best first.</summary>
    public IComparer<PoolPlace> Ranks { get; }

    /// <summary>Agents of one pool, the longest idle first.</summary>
    public IComparer<PoolPlace> IdleTimes { get; }

    /// <summary>Agents of one pool by the instant at which time lowers their load.</summary>
    public IComparer<PoolPlace> Easings { get; }

    /// <summary>Agents of one pool by id.</summary>
    public IComparer<PoolPlace> Names { get; }

    private Comparer<T> Order<T>(Comparison<T> comparison) => Comparer<T>.Create((a, b) =>
    {
        Examined++;
        return comparison(a, b);
    });
}
