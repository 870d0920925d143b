namespace SupportGrid.Domain.Routing;

public sealed partial class Matcher
{
    /// <summary>
    /// Offers whatever can be offered at <paramref name="now"/>, the first item in order of effective priority first;
    /// equal ones by their place in the line, then by id.
    /// </summary>
    /// <param name="nextOfferId">Gives a fresh id for each decision.</param>
    /// <returns>The decisions in the order in which they were taken; each is reserved already.</returns>
    public IReadOnlyList<RoutingDecision> Drive(DateTimeOffset now, Func<string> nextOfferId)
    {
        MoveTo(now);
        List<RoutingDecision>? decisions = null;
        while (NextItem(now) is { Pool: { } pool } item)
        {
            var decision = DecisionMaker.Decide(item, pool, _pools.AgentCount, now, nextOfferId());
            Hold(item, decision);
            (decisions ??= []).Add(decision);
        }

        return decisions ?? [];
    }

    /// <summary>
    /// The next instant at which time alone can make something possible: a relaxation step, or the end of a transfer
    /// to one agent; null: never. The end of a preference is not among them, because a preference never makes an item
    /// wait. An instant that is not after <paramref name="now"/> means: drive at once.
    /// </summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) =>
        _lines.NextChange is { } next && next < now ? now : _lines.NextChange;

    // A clock that was set back has made items look older than they are: they are measured anew.
    private void MoveTo(DateTimeOffset now)
    {
        var back = now < _now;
        _now = now;
        if (back)
        {
            _lines.Remeasure(now);
        }
        else
        {
            _lines.RelaxUntil(now);
        }
    }

    // A pool without a matchable item cannot gain one by decisions, which only take: it is not looked at again.
    private LineItem? NextItem(DateTimeOffset now)
    {
        LineItem? best = null;
        var marked = _pools.Marked;
        for (var i = marked.Count - 1; i >= 0; i--)
        {
            var pool = marked[i];
            _orders.Examined++;
            if (pool.FirstMatchable() is not { } first)
            {
                pool.IsMarked = false;
                marked[i] = marked[^1];
                marked.RemoveAt(marked.Count - 1);
            }
            else if (best is null || IsBefore(first, best, now))
            {
                best = first;
            }
        }

        return best;
    }

    private static bool IsBefore(LineItem left, LineItem right, DateTimeOffset now)
    {
        var (a, b) = (left.Item, right.Item);
        var order = EffectivePriority.At(right.Key, right.Pool!.Policy, now)
            .CompareTo(EffectivePriority.At(left.Key, left.Pool!.Policy, now));
        order = order != 0 ? order : a.PlaceSince.CompareTo(b.PlaceSince);
        return (order != 0 ? order : string.CompareOrdinal(a.Interaction, b.Interaction)) < 0;
    }
}
