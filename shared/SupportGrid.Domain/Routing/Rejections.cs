using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Who of a pool may still be asked for an item that some agents rejected. Nobody is asked twice while somebody else
/// is there who could take it, now or as soon as there is room. Otherwise they are asked again, and the one who said
/// no last only when no other of them is able.
/// </summary>
/// <param name="Any">Whether there is anybody able.</param>
/// <param name="AskedAgain">Only those who rejected are left: <paramref name="Again"/> may be asked.</param>
/// <param name="Again">Able agents to ask again; empty unless <paramref name="AskedAgain"/>.</param>
/// <param name="AbleRejected">Able agents who rejected it.</param>
internal sealed record Rejections(bool Any, bool AskedAgain, ImmutableArray<PoolPlace> Again, int AbleRejected)
{
    private static readonly Rejections NobodyRejected = new(true, false, [], 0);

    private static readonly Rejections NobodyThere = new(false, false, [], 0);

    public static Rejections Of(WaitingItem item, AgentPool pool)
    {
        if (item.NotAgents.IsEmpty)
        {
            return pool.Able > 0 ? NobodyRejected : NobodyThere;
        }

        var askable = 0;
        var able = new List<PoolPlace>(item.NotAgents.Length);
        foreach (var agent in item.NotAgents)
        {
            if (pool.PlaceOf(agent) is { CanBeAsked: true } place)
            {
                askable++;
                if (place.IsAble)
                {
                    able.Add(place);
                }
            }
        }

        if (pool.Able > able.Count)
        {
            return new(true, false, [], able.Count);
        }

        if (able.Count == 0 || pool.Askable > askable)
        {
            return new(false, false, [], able.Count);
        }

        var last = item.NotAgents[^1];
        var others = able.Where(place => place.Agent.Id != last).ToImmutableArray();
        return new(true, true, others.IsEmpty ? [.. able] : others, able.Count);
    }

    /// <summary>1-based place of an agent among those who rejected the item; 0: not among them.</summary>
    public static int PlaceOf(WaitingItem item, string agent) => item.NotAgents.IndexOf(agent) + 1;
}
