using SupportGrid.Domain.Queues;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Everything that has to do with one demand: the agents of the queue, ranked where able and by reason where not, and
/// the items that wait with this demand.
/// </summary>
internal sealed class AgentPool(Demand demand, QueuePolicy policy, MatcherOrders orders)
{
    private readonly Scoring _scoring = new(
        policy.Weights, policy.Matching, demand.Skills, DecisionEmpathy.Of(policy.Empathy?.Routing));
    private readonly Dictionary<string, PoolPlace> _places = new(StringComparer.Ordinal);
    private readonly OrderedSet<PoolPlace> _climbing = new(orders.Ranks);
    private readonly OrderedSet<PoolPlace> _capped = new(orders.Ranks);
    private readonly OrderedSet<PoolPlace> _byIdleTime = new(orders.IdleTimes);
    private readonly OrderedSet<PoolPlace> _byEasing = new(orders.Easings);
    private readonly SortedDictionary<ExclusionReason, OrderedSet<PoolPlace>> _excluded = [];
    private DateTimeOffset _asOf = DateTimeOffset.MinValue;

    public Demand Demand { get; } = demand;

    public QueuePolicy Policy { get; } = policy;

    public Scoring Scoring => _scoring;

    public PoolItems Items { get; } = new(orders);

    /// <summary>Set while the pool is on the list of those to look at in the next drive.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Grows with use; the smallest goes first when there are too many pools.</summary>
    public long LastUsed { get; set; }

    public int Able => _climbing.Count + _capped.Count;

    /// <summary>Able, or able as soon as there is room.</summary>
    public int Askable => Able + CountOf(ExclusionReason.Capacity) + CountOf(ExclusionReason.Reserved);

    public int Members => _places.Count;

    public IEnumerable<PoolPlace> Places => _places.Values;

    public PoolPlace? PlaceOf(string agent) => _places.GetValueOrDefault(agent);

    public int CountOf(ExclusionReason reason) => _excluded.TryGetValue(reason, out var set) ? set.Count : 0;

    /// <summary>Excluded agents by reason, in the order of the reasons, agents by id.</summary>
    public IEnumerable<KeyValuePair<ExclusionReason, OrderedSet<PoolPlace>>> Excluded => _excluded;

    public void Join(AgentEntry agent)
    {
        var profile = agent.Seen.Profile;
        var place = new PoolPlace(
            agent,
            Eligibility.OfProfile(profile, Policy, Demand),
            _scoring.Proficiency(skill => profile.Skills.TryGetValue(skill, out var level) ? level : null));
        _places.Add(agent.Id, place);
        agent.Places.Add(this, place);
        Insert(place);
    }

    public void Leave(AgentEntry agent)
    {
        Invariant.Holds(agent.Places.Remove(this, out var place), "an agent who leaves a pool was in it");
        _places.Remove(agent.Id);
        Take(place);
    }

    /// <summary>The agent's session or load changed.</summary>
    public void Refresh(PoolPlace place)
    {
        Take(place);
        Insert(place);
    }

    /// <summary>Able agents, the best first at <paramref name="now"/>; lazily.</summary>
    public IEnumerable<PoolPlace> Ranked(DateTimeOffset now)
    {
        EaseUntil(now);
        CapUntil(now);
        using var climbing = _climbing.GetEnumerator();
        using var capped = _capped.GetEnumerator();
        var climbs = climbing.MoveNext();
        var stands = capped.MoveNext();
        while (climbs || stands)
        {
            orders.Examined++;
            if (!stands || (climbs && IsBefore(climbing.Current, capped.Current, now)))
            {
                yield return climbing.Current;
                climbs = climbing.MoveNext();
            }
            else
            {
                yield return capped.Current;
                stands = capped.MoveNext();
            }
        }
    }

    /// <summary>The first item of this pool that somebody can take, or null.</summary>
    public LineItem? FirstMatchable() => Able == 0 ? null : Items.First(item => Rejections.Of(item.Item, this).Any);

    // A load falls by ten steps at most after each hard spell, so this is amortised over the changes of agents. Loads
    // of agents who came since the last look are those of that look, and are brought up to date here.
    private void EaseUntil(DateTimeOffset now)
    {
        _asOf = now;
        while (_byEasing.First is { } place && place.NextEasing <= now)
        {
            Refresh(place);
        }
    }

    // Each agent reaches the cap once per idle spell, so this is amortised over the changes of agents.
    private void CapUntil(DateTimeOffset now)
    {
        while (_byIdleTime.First is { } place && _scoring.IsCapped(place.IdleSince, now))
        {
            _byIdleTime.Remove(place);
            _climbing.Remove(place);
            place.Capped = true;
            place.Key = _scoring.CappedKey(place.Proficiency, place.Free, place.Load);
            _capped.Add(place);
        }
    }

    private bool IsBefore(PoolPlace climbing, PoolPlace capped, DateTimeOffset now)
    {
        var exact = _scoring.Exact(
            climbing.Proficiency, climbing.Free, climbing.Load, preferred: false, climbing.IdleSince, now);
        return exact != capped.Key ? exact > capped.Key : orders.IdleTimes.Compare(climbing, capped) < 0;
    }

    private void Insert(PoolPlace place)
    {
        var agent = place.Agent;
        var fit = agent.Fit(Demand.Channel);
        place.Reason = place.OfProfile ?? Eligibility.OfSession(agent.Seen.Routable, fit.Fits, fit.FitsUnreserved);
        place.IdleSince = agent.IdleSince;
        place.Free = Scoring.Free(agent.UnitsTaken, agent.Seen.Profile.Capacity.Units);
        if (place.Reason is { } reason)
        {
            ExcludedFor(reason).Add(place);
            return;
        }

        place.Capped = false;
        place.Load = _scoring.Load(agent.Seen.Load, _asOf) ?? 0;
        place.NextEasing = place.Load == 0 ? null : _scoring.NextEasing(agent.Seen.Load, _asOf);
        if (place.NextEasing is not null)
        {
            _byEasing.Add(place);
        }

        place.Key = _scoring.ClimbingKey(place.Proficiency, place.Free, place.Load, place.IdleSince);
        _climbing.Add(place);
        _byIdleTime.Add(place);
    }

    private void Take(PoolPlace place)
    {
        if (place.Reason is { } reason)
        {
            ExcludedFor(reason).Remove(place);
            return;
        }

        if (place.NextEasing is not null)
        {
            _byEasing.Remove(place);
        }

        if (place.Capped)
        {
            _capped.Remove(place);
        }
        else
        {
            _climbing.Remove(place);
            _byIdleTime.Remove(place);
        }
    }

    private OrderedSet<PoolPlace> ExcludedFor(ExclusionReason reason)
    {
        if (!_excluded.TryGetValue(reason, out var set))
        {
            _excluded.Add(reason, set = new(orders.Names));
        }

        return set;
    }
}
