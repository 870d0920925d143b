using System.Collections.Immutable;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Decides a recorded decision again, from its recorded inputs alone: to prove that it follows from them, or to see
/// what another policy would have chosen.
/// </summary>
public static class DecisionReplay
{
    /// <summary>
    /// Recomputes everything that is not an input and compares byte by byte. Bytes that are no decision record, and a
    /// record that does not follow from its own inputs, come back with what is wrong.
    /// </summary>
    public static ReplayResult Replay(ReadOnlyMemory<byte> bytes)
    {
        RoutingDecision recorded;
        try
        {
            recorded = DecisionCodec.Decode(bytes);
        }
        catch (FormatException e)
        {
            return new(false, null, [e.Message]);
        }

        var recomputed = Recompute(recorded, recorded.Policy);
        var again = DecisionCodec.Encode(recomputed);
        return bytes.Span.SequenceEqual(again)
            ? new(true, recomputed, [])
            : new(false, recomputed, JsonDifference.Between(bytes, again));
    }

    /// <summary>What another policy would have chosen among the agents of the record at that instant.</summary>
    public static WhatIfResult WhatIf(RoutingDecision decision, QueuePolicy other)
    {
        var again = Recompute(decision, DecisionMaker.PolicyOf(other));
        return new(again, again.Agent != decision.Agent, IsComplete(decision, again.Policy.Empathy));
    }

    private static RoutingDecision Recompute(RoutingDecision recorded, DecisionPolicy policy)
    {
        var item = Derive(recorded, policy);
        var only = item.OnlyAgentInForce ? item.OnlyAgent : null;
        var scoring = new Scoring(policy.Weights, policy.Matching, item.SkillsRequired, policy.Empathy);
        var scored = new List<ScoredAgent>();
        var excluded = new List<ExcludedAgent>();
        var totals = Unlisted(recorded);
        var agents = recorded.Candidates.Select(static c => c.Facts).Concat(recorded.Excluded.Select(static e => e.Facts));
        foreach (var facts in agents.Select(facts => facts with { Preferred = Prefers(item, facts, recorded.At) }))
        {
            if (ReasonFor(recorded, facts, item, only) is { } reason)
            {
                excluded.Add(new(facts with { EmotionalLoad = null }, reason));
                totals[reason] = totals.GetValueOrDefault(reason) + 1;
            }
            else
            {
                scored.Add(scoring.Score(facts, recorded.At));
            }
        }

        return Ranking.Conclude(
            recorded with
            {
                Item = item,
                Policy = policy,
                CandidatesTotal = recorded.CandidatesTotal - recorded.Candidates.Length + scored.Count,
                Excluded = Ranking.InOrder(excluded),
                ExcludedTotals = Ranking.InOrder(totals),
            },
            scored);
    }

    // Who rejected the item is out, unless the decision asked them again: then only those who were asked are in.
    private static ExclusionReason? ReasonFor(
        RoutingDecision recorded, AgentFacts facts, DecisionItem item, string? only)
    {
        var passedOver = recorded.Excluded.Any(
            e => e.Facts.Agent == facts.Agent && e.Reason == ExclusionReason.RejectedBefore);
        var rejected = facts.Rejected > 0 && (!recorded.AskedAgain || passedOver);
        return Eligibility.OfFacts(facts, item.SkillsRequired, only)
            ?? (rejected ? ExclusionReason.RejectedBefore : null);
    }

    private static DecisionItem Derive(RoutingDecision recorded, DecisionPolicy policy)
    {
        var item = recorded.Item;
        var waited = recorded.At - item.PlaceSince;
        var most = policy.Empathy?.DistressPriority ?? 0;
        var only = item.OnlyAgent is { } agent
            && (item.OnlyUntil is null || recorded.At < item.OnlyUntil)
            && !item.NotAgents.Contains(agent);
        return item with
        {
            Waited = waited < TimeSpan.Zero ? TimeSpan.Zero : waited,
            EffectivePriority = EffectivePriority.Points(
                EffectivePriority.At(
                    item.Priority,
                    EffectivePriority.Distress(item.Distress, most),
                    item.PlaceSince,
                    policy.AgeingPerMinute,
                    recorded.At)),
            RelaxationStep = Relaxation.StepsReached(policy.Relaxation, waited),
            SkillsRequired = only || policy.Matching == SkillMatching.Disregard
                ? []
                : Relaxation.Apply(item.SkillsAsked, policy.Relaxation, waited),
            OnlyAgentInForce = only,
            Distress = most > 0 ? item.Distress : null,
            DistressPoints = DecisionMaker.PointsOf(item.Distress, most),
        };
    }

    private static bool Prefers(DecisionItem item, AgentFacts facts, DateTimeOffset at) =>
        item.PreferredAgent == facts.Agent && (item.PreferredUntil is null || at < item.PreferredUntil);

    private static Dictionary<ExclusionReason, int> Unlisted(RoutingDecision recorded)
    {
        var totals = recorded.ExcludedTotals.ToDictionary(static total => total.Reason, static total => total.Agents);
        foreach (var excluded in recorded.Excluded)
        {
            totals[excluded.Reason] = totals.GetValueOrDefault(excluded.Reason) - 1;
        }

        return totals;
    }

    // A policy can only change the rank of candidates and what skills exclude; the other reasons stand. A load is
    // recorded in tenths of the policy's scale, and only where it counted.
    private static bool IsComplete(RoutingDecision decision, DecisionEmpathy? other)
    {
        if (other is { EmotionalLoadWeight: > 0 }
            && !(decision.Policy.Empathy is { EmotionalLoadWeight: > 0 } was
                && was.EmotionalLoadScale == other.EmotionalLoadScale))
        {
            return false;
        }

        var unlisted = Unlisted(decision);
        return decision.CandidatesTotal == decision.Candidates.Length
            && unlisted.GetValueOrDefault(ExclusionReason.SkillMissing) == 0
            && unlisted.GetValueOrDefault(ExclusionReason.SkillLevel) == 0;
    }
}

/// <summary>What a replay found.</summary>
/// <param name="Same">Byte for byte the same.</param>
/// <param name="Recomputed">What follows from the recorded inputs; null when the bytes could not be read.</param>
/// <param name="Differences">One sentence for each difference, with its path; at most 20.</param>
[GenerateSerializer, Immutable, Alias("sg.ReplayResult")]
public sealed record ReplayResult(bool Same, RoutingDecision? Recomputed, ImmutableArray<string> Differences);

/// <summary>What another policy would have chosen.</summary>
/// <param name="Decision">As it would have been; its agent is empty when nobody could have been asked.</param>
/// <param name="Changed">Whether another agent would have been asked.</param>
/// <param name="Complete">
/// Whether the record lists everybody whom another policy could bring in; if not, somebody unlisted might have won.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.WhatIfResult")]
public sealed record WhatIfResult(RoutingDecision Decision, bool Changed, bool Complete);
