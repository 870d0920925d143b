namespace SupportGrid.Domain.Routing;

public sealed partial class Matcher
{
    /// <summary>The item as it waits, under offer or not; null when it does not wait.</summary>
    public WaitingItem? Waiting(string interaction) => _lines.Find(interaction)?.Item;

    /// <summary>Place in the line of its queue, the next to be served being 1; null when it is not in a line.</summary>
    public int? Place(string interaction) =>
        _lines.Find(interaction) is { Pool: not null } item
            ? _lines.LineOf(item.Item.Queue)!.InOrder.IndexOf(item) + 1
            : null;

    /// <summary>Counts and longest wait of a queue; zeros for a queue that nobody has waited in.</summary>
    public LineStatus LineOf(string queue)
    {
        if (_lines.LineOf(queue) is not { } line)
        {
            return new(queue, 0, 0, null);
        }

        var waiting = line.Policy is null ? line.ByAge.Count : line.InOrder.Count;
        return new(queue, waiting, line.ByAge.Count - waiting, line.ByAge.First?.Item.PlaceSince);
    }

    /// <summary>
    /// Who waits in a queue, in the order in which they are served; lazily: the first k cost O(log n + k).
    /// </summary>
    /// <remarks>Read it before anything else is asked of the matcher.</remarks>
    public IEnumerable<WaitingItem> WaitingIn(string queue) =>
        _lines.LineOf(queue) is { } line ? line.InOrder.Select(static item => item.Item) : [];

    /// <summary>Why that agent is, or is not, asked for that interaction at <paramref name="now"/>.</summary>
    public MatchExplanation Explain(string interaction, string agent, DateTimeOffset now)
    {
        MatchExplanation Say(MatchVerdict verdict, string sentence, ExclusionReason? reason = null) =>
            new(interaction, agent, verdict, reason, sentence);

        if (_lines.Find(interaction) is not { } line)
        {
            return Say(MatchVerdict.NotWaiting, "The interaction does not wait.");
        }

        if (_pools.AgentOf(agent) is not { } entry)
        {
            return Say(MatchVerdict.UnknownAgent, $"{agent} is not an agent of this routing group.");
        }

        if (_lines.LineOf(line.Item.Queue)!.Policy is not { } policy)
        {
            return Say(MatchVerdict.UnknownPolicy, "The queue has no policy yet, so nobody is asked.");
        }

        var facts = DecisionMaker.Facts(entry, line.Item, policy, now);
        var name = DecisionSentences.NameOf(facts);
        if (line.ReservedBy is { } offer)
        {
            var to = _held[offer].Reservation.Agent;
            return Say(MatchVerdict.UnderOffer, to == agent ? $"It is offered to {name}." : $"It is offered to {to}.");
        }

        var demand = Demand.Of(line.Item, policy, now);
        var reason = Eligibility.OfFacts(facts, demand.Skills, demand.OnlyAgent) ?? RejectedReason(line, agent);
        return reason is { } against
            ? Say(MatchVerdict.Excluded, $"{name}: {DecisionSentences.Reason(against, facts.WhyNot)}.", against)
            : Say(MatchVerdict.Able, $"{name} can take it and is asked when it is next and nobody better is there.");
    }

    private static ExclusionReason? RejectedReason(LineItem line, string agent)
    {
        if (Rejections.PlaceOf(line.Item, agent) == 0 || line.Pool is not { } pool)
        {
            return null;
        }

        return Rejections.Of(line.Item, pool).Again.Any(place => place.Agent.Id == agent)
            ? null
            : ExclusionReason.RejectedBefore;
    }
}
