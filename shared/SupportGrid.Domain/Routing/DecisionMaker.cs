using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Ranks who can take an item, and writes down why the first is the first and why others are not there.
/// </summary>
internal static class DecisionMaker
{
    public static RoutingDecision Decide(LineItem line, AgentPool pool, int agents, DateTimeOffset now, string offer)
    {
        var item = line.Item;
        var rejections = Rejections.Of(item, pool);
        var scored = Candidates(item, pool, rejections, now)
            .Select(place => pool.Scoring.Score(CandidateFacts(place.Agent, item, pool, now), now))
            .ToList();
        var total = rejections.AskedAgain ? rejections.Again.Length : pool.Able - rejections.AbleRejected;
        var decisionItem = ItemAt(item, pool.Policy, now);
        return Ranking.Conclude(
            new RoutingDecision(
                offer,
                string.Empty,
                now,
                decisionItem,
                PolicyOf(pool.Policy),
                [],
                total,
                Listed(item, pool, rejections, now),
                Totals(pool, agents, pool.Able - total),
                rejections.AskedAgain,
                WinReason.OnlyCandidate,
                null),
            scored);
    }

    public static AgentFacts Facts(AgentEntry agent, WaitingItem item, QueuePolicy policy, DateTimeOffset now)
    {
        var seen = agent.Seen;
        var profile = seen.Profile;
        var fit = agent.Fit(item.Channel);
        return new(
            agent.Id,
            profile.DisplayName,
            seen.Version,
            profile.Version,
            Eligibility.Serves(profile, policy),
            seen.Routable,
            seen.WhyNot,
            fit.Served,
            fit.Fits,
            fit.FitsUnreserved,
            agent.UnitsTaken,
            profile.Capacity.Units,
            LevelsOf(agent, item),
            agent.IdleSince,
            IsPreferred(item, agent.Id, now),
            Rejections.PlaceOf(item, agent.Id));
    }

    /// <summary>The load only of those whom it ranks: of nobody more is written down than is needed.</summary>
    private static AgentFacts CandidateFacts(AgentEntry agent, WaitingItem item, AgentPool pool, DateTimeOffset now)
    {
        var facts = Facts(agent, item, pool.Policy, now);
        return pool.Scoring.Load(agent.Seen.Load, now) is { } load ? facts with { EmotionalLoad = load } : facts;
    }

    public static DecisionItem ItemAt(WaitingItem item, QueuePolicy policy, DateTimeOffset now)
    {
        var waited = now - item.PlaceSince;
        var effective = EffectivePriority.At(EffectivePriority.Key(item, policy), policy, now);
        var distress = policy.Empathy?.Routing is { UsesDistress: true } ? item.Distress : null;
        return new(
            item.Interaction,
            item.Version,
            item.Queue,
            item.Channel,
            item.PlaceSince,
            waited < TimeSpan.Zero ? TimeSpan.Zero : waited,
            item.Priority,
            EffectivePriority.Points(effective),
            Relaxation.StepsReached(policy.Relaxation, waited),
            item.Skills,
            Demand.Of(item, policy, now).Skills,
            item.PreferredAgent,
            item.PreferredUntil,
            item.OnlyAgent,
            item.OnlyUntil,
            Demand.OnlyAgentAt(item, now) is not null,
            item.NotAgents,
            distress,
            PointsOf(distress, policy.Empathy?.Routing?.DistressPriority ?? 0));
    }

    public static decimal PointsOf(CustomerDistress? distress, double most) =>
        Fixed.ToDecimal(EffectivePriority.Distress(distress, most));

    public static DecisionPolicy PolicyOf(QueuePolicy policy) => new(
        policy.Version,
        policy.Matching,
        policy.AgeingPerMinute,
        policy.Relaxation,
        policy.Weights,
        DecisionEmpathy.Of(policy.Empathy?.Routing));

    public static bool IsPreferred(WaitingItem item, string agent, DateTimeOffset now) =>
        item.PreferredAgent == agent && (item.PreferredUntil is null || now < item.PreferredUntil);

    private static ImmutableArray<SkillLevel> LevelsOf(AgentEntry agent, WaitingItem item)
    {
        if (item.Skills.IsEmpty)
        {
            return [];
        }

        var levels = ImmutableArray.CreateBuilder<SkillLevel>();
        foreach (var skill in item.Skills.Select(static s => s.Skill).Distinct().Order(StringComparer.Ordinal))
        {
            if (agent.Seen.Profile.Skills.TryGetValue(skill, out var level))
            {
                levels.Add(new(skill, level));
            }
        }

        return levels.ToImmutable();
    }

    // The preferred agent is looked up, because the pool's order does not know the preference of a single item.
    private static HashSet<PoolPlace> Candidates(
        WaitingItem item, AgentPool pool, Rejections rejections, DateTimeOffset now)
    {
        if (rejections.AskedAgain)
        {
            return [.. rejections.Again];
        }

        var best = pool.Ranked(now)
            .Where(place => item.NotAgents.IsEmpty || !item.NotAgents.Contains(place.Agent.Id))
            .Take(MatcherLimits.CandidatesListedMax)
            .ToHashSet();
        if (item.PreferredAgent is { } preferred
            && IsPreferred(item, preferred, now)
            && pool.PlaceOf(preferred) is { IsAble: true } place
            && !item.NotAgents.Contains(preferred))
        {
            best.Add(place);
        }

        Invariant.Holds(best.Count > 0, "an item that is offered has a candidate");
        return best;
    }

    // The preferred agent first: whoever asks why the customer's last agent was passed over finds it in the record.
    // Then those who said no, then by reason from the latest to the first that is looked at.
    private static ImmutableArray<ExcludedAgent> Listed(
        WaitingItem item, AgentPool pool, Rejections rejections, DateTimeOffset now)
    {
        var preferred = item.PreferredAgent is { } agent && pool.PlaceOf(agent) is { IsAble: false } place
            ? [place]
            : Enumerable.Empty<PoolPlace>();
        var rejected = item.NotAgents
            .Select(pool.PlaceOf)
            .OfType<PoolPlace>()
            .Where(candidate => candidate.IsAble && !rejections.Again.Contains(candidate))
            .OrderBy(static candidate => candidate.Agent.Id, StringComparer.Ordinal)
            .Take(MatcherLimits.ExcludedListedPerReasonMax);
        var others = pool.Excluded
            .Reverse()
            .SelectMany(static pair => pair.Value.Take(MatcherLimits.ExcludedListedPerReasonMax));
        return Ranking.InOrder(preferred
            .Concat(rejected)
            .Concat(others)
            .Distinct()
            .Take(MatcherLimits.ExcludedListedMax)
            .Select(excluded => new ExcludedAgent(
                Facts(excluded.Agent, item, pool.Policy, now), excluded.Reason ?? ExclusionReason.RejectedBefore)));
    }

    private static ImmutableArray<ExclusionTotal> Totals(AgentPool pool, int agents, int rejected)
    {
        var totals = pool.Excluded.ToDictionary(static pair => pair.Key, static pair => pair.Value.Count);
        totals[ExclusionReason.RejectedBefore] = rejected;
        totals[pool.Demand.OnlyAgent is null ? ExclusionReason.NotInQueue : ExclusionReason.OnlyAgent] =
            agents - pool.Members;
        return Ranking.InOrder(totals);
    }
}
