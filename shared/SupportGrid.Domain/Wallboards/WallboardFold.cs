using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Wallboards;

/// <summary>Folds the events of a tenant, in log order, into its board.</summary>
/// <remarks>
/// It never fails: an event of an interaction or agent that it does not know (the fold began later) changes nothing. An
/// event at or before the board's position has been folded already and changes nothing.
/// </remarks>
public static partial class WallboardFold
{
    /// <param name="id">Id of the interaction, agent or queue whose stream the event is in.</param>
    /// <param name="event">The decoded event, of any aggregate.</param>
    public static Wallboard Apply(Wallboard board, string id, object @event, long position)
    {
        if (position <= board.Position)
        {
            return board;
        }

        var after = @event switch
        {
            InteractionEvent e => Settle(OfInteraction(board, id, e), board, id, position),
            AgentEvent e => OfAgent(board, id, e),
            PolicyAdopted e => OfPolicy(board, e.Policy),
            QueueRetired e => Settle(
                board with { Retired = board.Retired.Add(e.Queue) }, e.Queue, position),
            _ => board,
        };
        return after with { Position = position };
    }

    private static Wallboard OfPolicy(Wallboard board, QueuePolicy policy)
    {
        var row = board.Queues.TryGetValue(policy.Queue, out var known)
            ? known with { DisplayName = policy.DisplayName, Target = policy.Target }
            : QueueRow.Of(policy.Queue, policy.DisplayName, policy.Target);
        return board with
        {
            Queues = board.Queues.SetItem(policy.Queue, row),
            Retired = board.Retired.Remove(policy.Queue),
            Removed = board.Removed.Remove(policy.Queue),
        };
    }

    /// <summary>Settles the queue that an interaction was in before an event, and the one that it is in now.</summary>
    private static Wallboard Settle(Wallboard after, Wallboard before, string id, long position)
    {
        var (was, now) = (before.Items.GetValueOrDefault(id)?.Queue, after.Items.GetValueOrDefault(id)?.Queue);
        var settled = was is null ? after : Settle(after, was, position);
        return now is null || now == was ? settled : Settle(settled, now, position);
    }

    /// <summary>
    /// A retired queue leaves the board once nobody is in it; those who are must not go unseen, also when they come
    /// back to it.
    /// </summary>
    private static Wallboard Settle(Wallboard board, string queue, long position)
    {
        if (!board.Retired.Contains(queue) || !board.Queues.TryGetValue(queue, out var row))
        {
            return board;
        }

        return row.IsEmpty
            ? board with { Queues = board.Queues.Remove(queue), Removed = board.Removed.SetItem(queue, position) }
            : board with { Removed = board.Removed.Remove(queue) };
    }

    private static Wallboard OfAgent(Wallboard board, string agent, AgentEvent @event)
    {
        var before = board.Agents.GetValueOrDefault(agent);
        var after = @event switch
        {
            AgentSignedIn e => new AgentTally(
                e.Presence.TakesWork, false, System.Collections.Immutable.ImmutableDictionary<string, CarriedStage>.Empty),
            AgentSignedOut => null,
            PresenceChanged e when before is not null => before with
            {
                TakesWork = e.Presence.TakesWork, NotResponding = before.NotResponding && !e.Presence.TakesWork,
            },
            AgentNotResponding when before is not null => before with { NotResponding = true },
            OfferTaken e => Carry(before, e.Offer.Offer, CarriedStage.Offered),
            OfferPutDown e => PutDown(before, e.Offer),
            WorkStarted e => Carry(before, e.Item.Offer, CarriedStage.Interacting),
            WorkMovedToWrapUp e => Carry(before, e.Offer, CarriedStage.Wrapping),
            WorkFinished e => PutDown(before, e.Offer),
            _ => before,
        };
        if (ReferenceEquals(before, after))
        {
            return board;
        }

        var staff = before is null ? board.Staff : board.Staff.Add(before.Status, -1);
        return board with
        {
            Agents = after is null ? board.Agents.Remove(agent) : board.Agents.SetItem(agent, after),
            Staff = after is null ? staff : staff.Add(after.Status, +1),
        };
    }

    private static AgentTally? Carry(AgentTally? tally, string offer, CarriedStage stage) =>
        tally is null ? null : tally with { Carried = tally.Carried.SetItem(offer, stage) };

    private static AgentTally? PutDown(AgentTally? tally, string offer) =>
        tally is null ? null : tally with { Carried = tally.Carried.Remove(offer) };
}
