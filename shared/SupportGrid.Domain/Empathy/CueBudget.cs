using System.Collections.Immutable;
using System.Globalization;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// Which of the candidates is shown: one at most. Alert fatigue is the common failure of such help, so the budget is a
/// rule that is held, not a wish: a cue that is no alert comes at the earliest so many turns after the last one, and a
/// cause is shown once.
/// </summary>
internal static class CueBudget
{
    /// <param name="state">With the turn, but before any cue of it.</param>
    /// <returns>Null when nothing may be shown.</returns>
    public static Cue? Choose(
        EmpathyState state, IReadOnlyList<CueCandidate> candidates, MessageSaid said, EmpathyPolicy policy)
    {
        var id = IdOf(said);
        if (state.Cues.Exists(c => c.Cue.Id == id))
        {
            // One with each turn, whoever read it.
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (Allows(state, candidate, policy))
            {
                return CueOf(state, candidate, candidates, said, policy);
            }
        }

        return null;
    }

    /// <summary>Cues that end with this turn whether or not another comes.</summary>
    public static IEnumerable<CueEnded> Ending(EmpathyState state, TrajectoryMoved? moved, DateTimeOffset at) =>
        from open in state.OpenCues
        let reason = state.CustomerTurns > open.Cue.LastTurn ? CueEnd.Expired
            : open.Cue.Kind == CueKind.Distress
                && moved?.To is Trajectory.Recovering or Trajectory.Calm ? CueEnd.Resolved
            : (CueEnd?)null
        where reason is not null
        select new CueEnded(open.Cue.Id, open.Cue.Kind, reason.Value, at);

    /// <summary>
    /// What a new cue takes the place of: the open ones of its kind, and the oldest where there are too many.
    /// </summary>
    public static IEnumerable<CueEnded> Superseded(EmpathyState state, Cue by, DateTimeOffset at)
    {
        var open = state.OpenCues.ToImmutableArray();
        var others = open.Where(c => c.Cue.Kind != by.Kind).ToImmutableArray();
        return open.Where(c => c.Cue.Kind == by.Kind)
            .Concat(others.Take(Math.Max(0, others.Length - EmpathyLimits.OpenCuesMax + 1)))
            .Select(c => new CueEnded(c.Cue.Id, c.Cue.Kind, CueEnd.Superseded, at));
    }

    private static string IdOf(MessageSaid said) =>
        string.Create(CultureInfo.InvariantCulture, $"cue-{said.Sequence}");

    private static bool Allows(EmpathyState state, CueCandidate candidate, EmpathyPolicy policy) =>
        !policy.Silenced.Contains(candidate.Kind)
        && !state.Causes.Contains(candidate.Cause)
        && state.CuesShown < EmpathyLimits.CuesMax
        && (candidate.Alert is not null || IsDue(state, candidate.Kind, policy));

    private static bool IsDue(EmpathyState state, CueKind kind, EmpathyPolicy policy) =>
        (state.LastCueTurn == 0 || state.CustomerTurns - state.LastCueTurn >= policy.TurnsPerCue)
        && (!state.LastTurns.TryGetValue(kind, out var last) || state.CustomerTurns - last >= policy.CooldownTurns);

    /// <summary>What else speaks for the same kind stands beside the reason that was chosen.</summary>
    private static Cue CueOf(
        EmpathyState state,
        CueCandidate chosen,
        IReadOnlyList<CueCandidate> candidates,
        MessageSaid said,
        EmpathyPolicy policy)
    {
        ImmutableArray<CueEvidence> evidence =
        [
            .. candidates.Where(c => c.Kind == chosen.Kind)
                .OrderBy(c => ReferenceEquals(c, chosen) ? 0 : 1)
                .SelectMany(static c => c.Evidence)
                .Distinct()
                .Take(EmpathyLimits.CueEvidenceMax),
        ];
        var place = evidence.FirstOrDefault(static e => e.Length > 0);
        return new Cue(
            IdOf(said),
            chosen.Kind,
            said.MessageId,
            said.Sequence,
            place?.Start ?? 0,
            place?.Length ?? 0,
            evidence,
            chosen.Probability,
            chosen.Approach,
            chosen.Alert,
            chosen.Cause,
            state.CustomerTurns,
            state.CustomerTurns + policy.ExpiryTurns - 1);
    }
}
