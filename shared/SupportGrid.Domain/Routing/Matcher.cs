using SupportGrid.Domain.Queues;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Matches waiting interactions with agents, for one routing group. Whenever either side changed, <see cref="Drive"/>
/// goes through the line again: the first item in order of effective priority that anybody can take is offered to
/// the best of those, and so on until no item and agent are left that fit. An item nobody can take holds up nobody.
/// </summary>
/// <remarks>
/// Mutable, for one thread, deterministic: instants and ids are arguments, and the same calls give the same decisions.
/// It holds only what can be put in again from the log. Inputs may arrive late, twice and in any order: each carries
/// the version of its stream, and what is older than known changes nothing. Life of a decision: <see cref="Drive"/>
/// reserves the agent's room and takes the item out of the line. The room is the agent's own matter once a
/// <see cref="PutAgent"/> carries the offer; the item is settled by <see cref="RemoveWaiting"/> when the offer is in
/// the log. Whoever carries decisions out calls <see cref="ReleaseReservation"/> when the offer did not come about or
/// has ended; what is still held is given back then. A change costs O(log n) for each pool of the agent's queues.
/// </remarks>
public sealed partial class Matcher
{
    private readonly MatcherOrders _orders = new();
    private readonly PoolDirectory _pools;
    private readonly WaitingLines _lines;
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    public Matcher()
    {
        _pools = new(_orders);
        _lines = new(_orders, _pools);
    }

    /// <summary>Index entries looked at so far: a measure of work that does not depend on the machine.</summary>
    public long Examined => _orders.Examined;

    /// <summary>Decisions whose offer still holds room or an item, by offer; for taking back what got lost.</summary>
    public IReadOnlyList<Reservation> Reservations =>
        [.. _held.Values.Select(static held => held.Reservation).OrderBy(static r => r.Offer, StringComparer.Ordinal)];

    /// <summary>
    /// Takes in a policy, unless that version or a newer one is known; it holds for those who wait already.
    /// </summary>
    public bool SetPolicy(QueuePolicy policy)
    {
        if (_lines.LineOf(policy.Queue)?.Policy is { } known && known.Version >= policy.Version)
        {
            return false;
        }

        _lines.SetPolicy(policy, _now);
        return true;
    }

    /// <summary>An interaction waits. A reserved one stays reserved until its reservation is released.</summary>
    /// <returns>
    /// False when that version or a newer one is known, or when it has been removed at such a version.
    /// </returns>
    public bool PutWaiting(WaitingItem item) => _lines.Put(Tidy(item), _now);

    /// <summary>At this version of its stream the interaction does not wait (any more).</summary>
    /// <returns>False when a newer version is known to wait, or when it did not wait.</returns>
    public bool RemoveWaiting(string interaction, long version) => TakenOut(_lines.Remove(interaction, version));

    /// <summary>
    /// Takes an interaction out of the line without word from its stream, because it cannot be offered for a while. It
    /// may be put in again at the same version.
    /// </summary>
    /// <returns>False when it did not wait.</returns>
    public bool Withdraw(string interaction) => TakenOut(_lines.Withdraw(interaction));

    /// <summary>What was seen of an agent. Offers that it carries are reserved no longer: they are in hand.</summary>
    /// <returns>False when that version or a newer one is known.</returns>
    public bool PutAgent(AgentAvailability agent)
    {
        if (!_pools.Put(agent))
        {
            return false;
        }

        foreach (var carried in agent.Carried)
        {
            if (_held.TryGetValue(carried.Offer, out var held) && held.Reservation.Agent == agent.Agent)
            {
                GiveBackRoom(carried.Offer, held);
            }
        }

        return true;
    }

    /// <summary>The agent is no longer of this group.</summary>
    public bool RemoveAgent(string agent) => _pools.Remove(agent);

    /// <summary>
    /// The offer did not come about, or has ended: its room and, if it waits still, the item are free.
    /// </summary>
    /// <returns>False when nothing was held for it (any more).</returns>
    public bool ReleaseReservation(string offer)
    {
        if (!_held.TryGetValue(offer, out var held))
        {
            return false;
        }

        GiveBackRoom(offer, held);
        _held.Remove(offer);
        if (held.HoldsItem && _lines.Find(held.Reservation.Interaction) is { } item)
        {
            _lines.Release(item, _now);
        }

        return true;
    }

    // Lists that a caller left out count as empty; who is named twice counts once, at the last place.
    private static WaitingItem Tidy(WaitingItem item) => item with
    {
        Skills = item.Skills.IsDefault ? [] : item.Skills,
        NotAgents = item.NotAgents.IsDefaultOrEmpty ? [] : [.. item.NotAgents.Reverse().Distinct().Reverse()],
    };

    private bool TakenOut(LineItem? item)
    {
        if (item?.ReservedBy is { } offer)
        {
            item.ReservedBy = null;
            Settle(offer, _held[offer] with { HoldsItem = false });
        }

        return item is not null;
    }

    private void GiveBackRoom(string offer, Held held)
    {
        if (held.HoldsRoom)
        {
            _pools.Release(held.Reservation);
        }

        Settle(offer, held with { HoldsRoom = false });
    }

    private void Settle(string offer, Held held)
    {
        if (held.HoldsRoom || held.HoldsItem)
        {
            _held[offer] = held;
        }
        else
        {
            _held.Remove(offer);
        }
    }

    private void Hold(LineItem item, RoutingDecision decision)
    {
        Invariant.Holds(!_held.ContainsKey(decision.Offer), "an offer id is used once");
        var reservation = new Reservation(
            decision.Offer, decision.Interaction, decision.Agent, item.Item.Channel, decision.At);
        _held.Add(decision.Offer, new(reservation, HoldsRoom: true, HoldsItem: true));
        _lines.Reserve(item, decision.Offer);
        _pools.Reserve(reservation);
    }

    private sealed record Held(Reservation Reservation, bool HoldsRoom, bool HoldsItem);
}
