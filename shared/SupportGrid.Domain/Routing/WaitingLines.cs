using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// The waiting items by queue, in the order in which they are served, by age, and by the instant at which time
/// changes what they ask for.
/// </summary>
internal sealed class WaitingLines(MatcherOrders orders, PoolDirectory pools)
{
    private readonly Dictionary<string, LineItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueueLine> _queues = new(StringComparer.Ordinal);
    private readonly OrderedSet<LineItem> _changes = new(orders.Changes);
    private readonly RemovedVersions _removed = new();

    /// <summary>The next instant at which time alone changes what an item asks for, or null.</summary>
    public DateTimeOffset? NextChange => _changes.First?.NextChange;

    public LineItem? Find(string interaction) => _items.GetValueOrDefault(interaction);

    public QueueLine? LineOf(string queue) => _queues.GetValueOrDefault(queue);

    /// <summary>The policy takes effect for those who wait already.</summary>
    public void SetPolicy(QueuePolicy policy, DateTimeOffset now)
    {
        var line = LineFor(policy.Queue);
        var waiting = line.ByAge.Where(static item => item.ReservedBy is null).ToList();
        waiting.ForEach(item => Leave(item, line));
        pools.DropQueue(policy.Queue);
        line.Policy = policy;
        waiting.ForEach(item => Enter(item, line, now));
    }

    /// <summary>
    /// Takes an item in at its place, unless something newer is known. A reserved one stays reserved.
    /// </summary>
    public bool Put(WaitingItem item, DateTimeOffset now)
    {
        var known = _items.GetValueOrDefault(item.Interaction);
        if (known is not null ? known.Item.Version >= item.Version : _removed.IsStale(item.Interaction, item.Version))
        {
            return false;
        }

        _removed.Forget(item.Interaction);
        var entry = known ?? new LineItem(item);
        if (known is not null)
        {
            Forget(known);
        }

        entry.Item = item;
        _items.Add(item.Interaction, entry);
        var line = LineFor(item.Queue);
        line.ByAge.Add(entry);
        if (entry.ReservedBy is null)
        {
            Enter(entry, line, now);
        }

        return true;
    }

    /// <summary>The item no longer waits at this version; null when something newer is known.</summary>
    public LineItem? Remove(string interaction, long version)
    {
        if (!_items.TryGetValue(interaction, out var item))
        {
            _removed.Remember(interaction, version);
            return null;
        }

        if (item.Item.Version > version)
        {
            return null;
        }

        _removed.Remember(interaction, version);
        Forget(item);
        return item;
    }

    /// <summary>Out of the line, with no version remembered; null when it did not wait.</summary>
    public LineItem? Withdraw(string interaction)
    {
        if (!_items.TryGetValue(interaction, out var item))
        {
            return null;
        }

        Forget(item);
        return item;
    }

    /// <summary>Out of the line for an offer; its place is kept.</summary>
    public void Reserve(LineItem item, string offer)
    {
        Leave(item, _queues[item.Item.Queue]);
        item.ReservedBy = offer;
    }

    /// <summary>Back in the line at its place.</summary>
    public void Release(LineItem item, DateTimeOffset now)
    {
        item.ReservedBy = null;
        Enter(item, _queues[item.Item.Queue], now);
    }

    /// <summary>
    /// Moves every item whose demand changes at or before <paramref name="now"/> to the pool of its new demand.
    /// </summary>
    public void RelaxUntil(DateTimeOffset now)
    {
        while (_changes.First is { } item && item.NextChange <= now)
        {
            var line = _queues[item.Item.Queue];
            Leave(item, line);
            Enter(item, line, now);
        }
    }

    /// <summary>After the clock went back: what time had changed is worked out anew.</summary>
    public void Remeasure(DateTimeOffset now)
    {
        foreach (var policy in _queues.Values.Select(static line => line.Policy).OfType<QueuePolicy>().ToList())
        {
            SetPolicy(policy, now);
        }
    }

    private QueueLine LineFor(string queue)
    {
        if (!_queues.TryGetValue(queue, out var line))
        {
            _queues.Add(queue, line = new QueueLine(orders));
        }

        return line;
    }

    private void Forget(LineItem item)
    {
        var line = _queues[item.Item.Queue];
        if (item.ReservedBy is null)
        {
            Leave(item, line);
        }

        line.ByAge.Remove(item);
        _items.Remove(item.Item.Interaction);
    }

    private void Enter(LineItem item, QueueLine line, DateTimeOffset now)
    {
        if (line.Policy is not { } policy)
        {
            return;
        }

        item.Measure(policy, now);
        item.Pool = pools.PoolFor(Demand.Of(item.Item, policy, now), policy);
        item.Pool.Items.Add(item);
        pools.Mark(item.Pool);
        line.InOrder.Add(item);
        if (item.NextChange is not null)
        {
            _changes.Add(item);
        }
    }

    private void Leave(LineItem item, QueueLine line)
    {
        if (item.Pool is not { } pool)
        {
            return;
        }

        line.InOrder.Remove(item);
        pool.Items.Remove(item);
        item.Pool = null;
        if (item.NextChange is not null)
        {
            _changes.Remove(item);
        }

        if (pool.Items.Count == 0)
        {
            pools.Empty(pool);
        }
    }
}

/// <summary>The line of one queue.</summary>
internal sealed class QueueLine(MatcherOrders orders)
{
    /// <summary>Null until the policy is known: then nobody is offered.</summary>
    public QueuePolicy? Policy { get; set; }

    /// <summary>Those who can be offered, the next first.</summary>
    public OrderedSet<LineItem> InOrder { get; } = new(orders.Items);

    /// <summary>All who wait, those under offer included, the longest waiting first.</summary>
    public OrderedSet<LineItem> ByAge { get; } = new(orders.Ages);
}
