using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// All agents, and the pools they stand in. A change of an agent touches the pools of the queues that agent serves
/// and nothing else; it never looks at other agents.
/// </summary>
internal sealed class PoolDirectory(MatcherOrders orders)
{
    private readonly Dictionary<string, AgentEntry> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, AgentPool>> _byQueue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<AgentPool>> _byOnlyAgent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Reservation>> _reserved = new(StringComparer.Ordinal);
    private long _uses;
    private int _pools;

    /// <summary>Pools in which something changed since the last drive and where somebody waits.</summary>
    public List<AgentPool> Marked { get; } = [];

    public int AgentCount => _agents.Count;

    public AgentEntry? AgentOf(string agent) => _agents.GetValueOrDefault(agent);

    /// <summary>Takes in what was seen of an agent, unless something newer is known.</summary>
    public bool Put(AgentAvailability seen)
    {
        if (_agents.TryGetValue(seen.Agent, out var agent) && agent.Seen.Version >= seen.Version)
        {
            return false;
        }

        var moved = agent is null || !SameProfile(agent.Seen, seen);
        if (agent is null)
        {
            _agents.Add(seen.Agent, agent = new AgentEntry(seen, ReservedBy(seen.Agent)));
        }

        agent.See(seen);
        if (moved)
        {
            LeaveAll(agent);
            JoinAll(agent);
        }

        Refresh(agent);
        return true;
    }

    public bool Remove(string agent)
    {
        if (!_agents.Remove(agent, out var entry))
        {
            return false;
        }

        LeaveAll(entry);
        Tidy(agent);
        return true;
    }

    /// <summary>Takes room at the agent.</summary>
    public void Reserve(Reservation reservation)
    {
        ReservedBy(reservation.Agent).Add(reservation);
        Reload(reservation.Agent);
    }

    /// <summary>Gives the room back.</summary>
    public void Release(Reservation reservation)
    {
        ReservedBy(reservation.Agent).RemoveAll(r => r.Offer == reservation.Offer);
        Reload(reservation.Agent);
        Tidy(reservation.Agent);
    }

    // After the agent's session or load changed: new places in the ranks.
    private void Refresh(AgentEntry agent)
    {
        foreach (var (pool, place) in agent.Places)
        {
            orders.Examined++;
            pool.Refresh(place);
            Mark(pool);
        }
    }

    /// <summary>The pool for a demand; made on first use, which looks at every agent once.</summary>
    public AgentPool PoolFor(Demand demand, QueuePolicy policy)
    {
        if (!_byQueue.TryGetValue(demand.Queue, out var pools))
        {
            _byQueue.Add(demand.Queue, pools = new(StringComparer.Ordinal));
        }

        if (!pools.TryGetValue(demand.Signature, out var pool))
        {
            pool = new AgentPool(demand, policy, orders);
            pools.Add(demand.Signature, pool);
            Fill(pool);
            _pools++;
        }

        pool.LastUsed = ++_uses;
        return pool;
    }

    public void Mark(AgentPool pool)
    {
        if (!pool.IsMarked && pool.Items.Count > 0)
        {
            pool.IsMarked = true;
            Marked.Add(pool);
        }
    }

    /// <summary>
    /// Nobody waits there any more: a pool for one agent goes at once, others when there are too many.
    /// </summary>
    public void Empty(AgentPool pool)
    {
        if (pool.Demand.OnlyAgent is not null)
        {
            Drop(pool);
        }
        else if (_pools > MatcherLimits.PoolsMax)
        {
            DropHalfOfTheEmpty();
        }
    }

    /// <summary>The queue has a new policy: its pools are made anew.</summary>
    public void DropQueue(string queue)
    {
        if (_byQueue.TryGetValue(queue, out var pools))
        {
            foreach (var pool in pools.Values.ToList())
            {
                Drop(pool);
            }
        }
    }

    private List<Reservation> ReservedBy(string agent)
    {
        if (!_reserved.TryGetValue(agent, out var reserved))
        {
            _reserved.Add(agent, reserved = []);
        }

        return reserved;
    }

    private void Reload(string agent)
    {
        if (AgentOf(agent) is { } entry)
        {
            entry.Measure();
            Refresh(entry);
        }
    }

    private void Tidy(string agent)
    {
        if (!_agents.ContainsKey(agent) && ReservedBy(agent).Count == 0)
        {
            _reserved.Remove(agent);
        }
    }

    private static bool SameProfile(AgentAvailability left, AgentAvailability right) =>
        ReferenceEquals(left.Profile, right.Profile)
        || (left.Profile.Version == right.Profile.Version && left.Profile.RoutingGroup == right.Profile.RoutingGroup);

    // Marked, because who rejected an item may be asked again once nobody else is left.
    private void LeaveAll(AgentEntry agent)
    {
        foreach (var pool in agent.Places.Keys.ToList())
        {
            pool.Leave(agent);
            Mark(pool);
        }
    }

    private void JoinAll(AgentEntry agent)
    {
        var queues = agent.Seen.Profile.Queues;
        foreach (var queue in queues.IsEmpty ? _byQueue.Keys : queues.Distinct())
        {
            if (_byQueue.TryGetValue(queue, out var pools))
            {
                pools.Values
                    .Where(p => p.Demand.OnlyAgent is null && Eligibility.Serves(agent.Seen.Profile, p.Policy))
                    .ToList()
                    .ForEach(pool => pool.Join(agent));
            }
        }

        if (_byOnlyAgent.TryGetValue(agent.Id, out var own))
        {
            own.ToList().ForEach(pool => pool.Join(agent));
        }
    }

    private void Fill(AgentPool pool)
    {
        if (pool.Demand.OnlyAgent is { } only)
        {
            if (!_byOnlyAgent.TryGetValue(only, out var own))
            {
                _byOnlyAgent.Add(only, own = []);
            }

            own.Add(pool);
            if (AgentOf(only) is { } agent)
            {
                pool.Join(agent);
            }

            return;
        }

        foreach (var agent in _agents.Values)
        {
            orders.Examined++;
            if (Eligibility.Serves(agent.Seen.Profile, pool.Policy))
            {
                pool.Join(agent);
            }
        }
    }

    private void Drop(AgentPool pool)
    {
        foreach (var place in pool.Places.ToList())
        {
            pool.Leave(place.Agent);
        }

        var pools = _byQueue[pool.Demand.Queue];
        pools.Remove(pool.Demand.Signature);
        _pools--;
        if (pool.Demand.OnlyAgent is { } only && _byOnlyAgent.TryGetValue(only, out var own))
        {
            own.Remove(pool);
            if (own.Count == 0)
            {
                _byOnlyAgent.Remove(only);
            }
        }
    }

    private void DropHalfOfTheEmpty()
    {
        var empty = _byQueue.Values
            .SelectMany(static pools => pools.Values)
            .Where(static pool => pool.Items.Count == 0)
            .OrderBy(static pool => pool.LastUsed)
            .ToList();
        foreach (var pool in empty.Take((empty.Count + 1) / 2))
        {
            Drop(pool);
        }
    }
}
