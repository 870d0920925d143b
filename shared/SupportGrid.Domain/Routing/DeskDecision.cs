namespace SupportGrid.Domain.Routing;

/// <summary>
/// A decision as the agent who is asked may see it. How the customer fares is shown to who has the interaction and not
/// to who is only asked, or hard customers would be passed on; and another agent's load of hard conversations is
/// nobody's business.
/// </summary>
public static class DeskDecision
{
    /// <summary>
    /// The record itself where no term of empathy is in it. Else it is one that does not replay: without distress and,
    /// where loads count, with no candidate but the agent who is asked.
    /// </summary>
    public static RoutingDecision Of(RoutingDecision decision)
    {
        if (decision.Policy.Empathy is not { } empathy)
        {
            return decision;
        }

        var item = decision.Item;
        return decision with
        {
            Item = item with
            {
                EffectivePriority = item.EffectivePriority - item.DistressPoints, Distress = null, DistressPoints = 0,
            },
            Candidates = empathy.EmotionalLoadWeight > 0 ? [.. decision.Candidates.Take(1)] : decision.Candidates,
            Margin = empathy.EmotionalLoadWeight > 0 ? null : decision.Margin,
        };
    }
}
