namespace SupportGrid.Domain.Routing;

/// <summary>
/// The items that wait in one pool. Those that somebody rejected stand apart, because able agents may not be able for
/// them; they are passed over one by one, the others never.
/// </summary>
internal sealed class PoolItems(MatcherOrders orders)
{
    private readonly OrderedSet<LineItem> _open = new(orders.Items);
    private readonly OrderedSet<LineItem> _rejected = new(orders.Items);

    public int Count => _open.Count + _rejected.Count;

    public void Add(LineItem item) => SetOf(item).Add(item);

    public void Remove(LineItem item) => SetOf(item).Remove(item);

    /// <summary>The first in order that is open, or rejected and <paramref name="matchable"/> all the same.</summary>
    public LineItem? First(Func<LineItem, bool> matchable)
    {
        var open = _open.First;
        foreach (var item in _rejected)
        {
            orders.Examined++;
            if (open is not null && orders.Items.Compare(open, item) < 0)
            {
                return open;
            }

            if (matchable(item))
            {
                return item;
            }
        }

        return open;
    }

    private OrderedSet<LineItem> SetOf(LineItem item) => item.Item.NotAgents.IsEmpty ? _open : _rejected;
}
