using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>What follows from scored candidates; the same for a decision and for its replay.</summary>
internal static class Ranking
{
    /// <summary>Fills in winner, candidates, margin and reason; without any candidate the agent stays empty.</summary>
    public static RoutingDecision Conclude(RoutingDecision draft, List<ScoredAgent> scored)
    {
        scored.Sort(ScoredAgent.BestFirst);
        var listed = scored.Take(MatcherLimits.CandidatesListedMax).Select(static s => s.Candidate);
        return draft with
        {
            Agent = scored.Count == 0 ? string.Empty : scored[0].Candidate.Facts.Agent,
            Candidates = [.. listed],
            Because = Why(draft, scored),
            Margin = scored.Count < 2 ? null : Fixed.Plain(scored[0].Candidate.Score - scored[1].Candidate.Score),
        };
    }

    /// <summary>Reasons in order, agents by id.</summary>
    public static ImmutableArray<ExcludedAgent> InOrder(IEnumerable<ExcludedAgent> excluded) =>
    [
        .. excluded
            .OrderBy(static e => e.Reason)
            .ThenBy(static e => e.Facts.Agent, StringComparer.Ordinal),
    ];

    /// <summary>Reasons in order, without those that nobody has.</summary>
    public static ImmutableArray<ExclusionTotal> InOrder(IEnumerable<KeyValuePair<ExclusionReason, int>> totals) =>
    [
        .. totals
            .Where(static pair => pair.Value > 0)
            .OrderBy(static pair => pair.Key)
            .Select(static pair => new ExclusionTotal(pair.Key, pair.Value)),
    ];

    private static WinReason Why(RoutingDecision draft, List<ScoredAgent> scored)
    {
        if (draft.Item.OnlyAgentInForce)
        {
            return WinReason.OnlyAgent;
        }

        if (scored.Count < 2)
        {
            return WinReason.OnlyCandidate;
        }

        var (winner, next) = (scored[0], scored[1]);
        if (winner.Exact == next.Exact)
        {
            return winner.Candidate.Facts.IdleSince != next.Candidate.Facts.IdleSince
                ? WinReason.TieIdle
                : WinReason.TieAgent;
        }

        return WidestGap(winner.Candidate, next.Candidate);
    }

    // The term in which the winner leads by most; below a millionth of a point only idle time can tell two apart.
    private static WinReason WidestGap(RankedCandidate winner, RankedCandidate next)
    {
        var widest = 0m;
        var reason = WinReason.Idle;
        foreach (var (term, other) in winner.Terms.Zip(next.Terms))
        {
            if (term.Points - other.Points > widest)
            {
                widest = term.Points - other.Points;
                reason = ReasonOf(term.Name);
            }
        }

        return reason;
    }

    private static WinReason ReasonOf(ScoreTermName name) => name switch
    {
        ScoreTermName.Preferred => WinReason.Preferred,
        ScoreTermName.Proficiency => WinReason.Proficiency,
        ScoreTermName.FreeCapacity => WinReason.FreeCapacity,
        ScoreTermName.EmotionalLoad => WinReason.EmotionalLoad,
        _ => WinReason.Idle,
    };
}
