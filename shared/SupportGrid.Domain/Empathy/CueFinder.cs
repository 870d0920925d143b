using System.Collections.Immutable;
using System.Globalization;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>Everything in a turn of the customer that could be shown, what matters most first.</summary>
internal static class CueFinder
{
    /// <summary>
    /// A fact that may not alert is shown from this strength on, in permille, or when the customer is not calm.
    /// </summary>
    public const int FactStrengthFrom = 250;

    /// <summary>
    /// Models of abuse were trained where half of all texts offend, and take every curt word for it: in service only
    /// the surest are shown, in permille, and none of a few characters.
    /// </summary>
    public const int AbuseFrom = 950;

    public const int AbuseLengthMin = 12;

    /// <summary>Words of a longer message are no good-bye.</summary>
    public const int ClosingLengthMax = 80;

    /// <param name="before">As before the turn.</param>
    /// <param name="after">With the turn, and where the trajectory went with it.</param>
    public static IReadOnlyList<CueCandidate> Of(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading, EmpathyPolicy policy)
    {
        List<CueCandidate> found =
        [
            .. OfRules(after, said, reading),
            .. OfFacts(before, after, reading),
            .. OfModel(before, after, said, reading, policy),
            .. OfThanks(before, after, said, reading),
        ];

        return Ranked(found);
    }

    /// <summary>
    /// What a model outside of the platform says of a turn, and nothing that rests on anything else. Evidence names
    /// the model.
    /// </summary>
    /// <param name="before">With the revised turn, before the trajectory moved.</param>
    public static IReadOnlyList<CueCandidate> OfExternal(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading, EmpathyPolicy policy) =>
        Ranked(OfModel(before, after, said, reading, policy).Select(c => c with
        {
            Evidence = [.. c.Evidence.Select(e => e with { Model = reading.Model })],
        }));

    /// <summary>
    /// Alerts first, then what weighs most; the rest as it was found, for sorting keeps the order of equals.
    /// </summary>
    private static IReadOnlyList<CueCandidate> Ranked(IEnumerable<CueCandidate> found) =>
    [
        .. found.OrderBy(static c => c.Alert is null ? 1 : 0).ThenBy(static c => RankOf(c.Kind))
            .ThenByDescending(static c => c.Probability),
    ];

    private static IEnumerable<CueCandidate> OfRules(EmpathyState after, MessageSaid said, TurnReading reading)
    {
        foreach (var match in reading.Rules)
        {
            // Words such as "again" and "still" mean effort only where something is wrong; so do coarse ones abuse.
            if (CueTable.Of(match, said.Text) is { } row
                && match.Strength != RuleStrength.Display
                && (match.Rule is not (CueTable.EffortWide or CueTable.Profanity) || IsUneasy(after)))
            {
                yield return new CueCandidate(
                    row.Kind,
                    row.Approach,
                    row.Probability,
                    AlertGround.Of(match),
                    row.Cause ?? $"{match.Rule}/{said.MessageId}",
                    [new CueEvidence(EvidenceSource.Rule, match.Rule, match.Start, match.Length, 0)]);
            }
        }
    }

    /// <summary>Only a fact that is new or grew with this turn is a cause.</summary>
    private static IEnumerable<CueCandidate> OfFacts(EmpathyState before, EmpathyState after, TurnReading reading)
    {
        foreach (var fact in reading.EffortFacts)
        {
            if (CueTable.Of(fact) is { } row
                && fact.Amount > AmountOf(before, fact.Cause)
                && IsWorthShowing(fact, before, after, reading))
            {
                yield return new CueCandidate(
                    row.Kind,
                    row.Approach,
                    row.Probability,
                    AlertGround.Of(fact),
                    row.Cause ?? CauseOf(fact),
                    [new CueEvidence(EvidenceSource.Fact, fact.Cause.ToString(), 0, 0, fact.Amount)]);
            }
        }
    }

    /// <summary>
    /// People say the same again for many reasons ("yes, please"), so likeness counts only where something was wrong
    /// besides.
    /// </summary>
    private static bool IsWorthShowing(EffortFact fact, EmpathyState before, EmpathyState after, TurnReading reading) =>
        AlertGround.IsToldFromTexts(fact.Cause)
            ? before.Trajectory != Trajectory.Calm || (reading.Model.Length > 0 && after.CalmRun == 0)
            : IsUneasy(after) || fact.Strength >= FactStrengthFrom || AlertGround.Of(fact) is not null;

    private static IEnumerable<CueCandidate> OfModel(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading, EmpathyPolicy policy)
    {
        var worsened = after.Trajectory != before.Trajectory
            && after.Trajectory is Trajectory.Strained or Trajectory.Upset;
        foreach (var score in reading.Emotions)
        {
            var kind = KindOf(score.Label, reading);
            var least = policy.ShowFrom
                + (score.Label == EmotionLabels.Dissatisfied ? OpportunityRules.DissatisfiedMargin : 0);
            var isShown = score.Permille >= Math.Min(least, EmpathyLimits.Permille)
                || (worsened && kind == CueKind.Distress && score.Holds);
            if (kind is { } shown && isShown)
            {
                yield return new CueCandidate(
                    shown,
                    shown == CueKind.Confusion ? Approach.Explore : Approach.Acknowledge,
                    score.Permille,
                    null,
                    $"{shown}/{said.MessageId}",
                    EvidenceOf(score, reading));
            }
        }

        if (reading.Abuse >= AbuseFrom
            && said.Text.Length >= AbuseLengthMin && reading.Rule(CueTable.Profanity) is null)
        {
            yield return new CueCandidate(
                CueKind.Abuse,
                Approach.InvolveASupervisor,
                reading.Abuse,
                null,
                $"{CueKind.Abuse}/{said.MessageId}",
                [new CueEvidence(EvidenceSource.Model, "offensive", 0, 0, EmpathyLimits.Permille)]);
        }
    }

    /// <summary>
    /// A word of thanks that asks for nothing more, after a conversation that was hard. Once in a contact: an easy one
    /// needs no advice on how to end it.
    /// </summary>
    private static IEnumerable<CueCandidate> OfThanks(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading)
    {
        if (reading.Has(TurnSignal.Thanks)
            && after.CalmRun > 0
            && (before.Trajectory != Trajectory.Calm || TrajectoryRules.HasAlertingFact(reading))
            && said.Text.Length <= ClosingLengthMax
            && said.Text.AsSpan().IndexOfAny('?', '？') < 0
            && ThanksIn(reading) is { } thanks)
        {
            yield return new CueCandidate(
                CueKind.Closing,
                Approach.CloseWarmly,
                930,
                null,
                "closing",
                [new CueEvidence(EvidenceSource.Rule, thanks.Rule, thanks.Start, thanks.Length, 0)]);
        }
    }

    private static RuleMatch? ThanksIn(TurnReading reading) =>
        reading.Rule("customer-thanks") ?? reading.Rule("customer-thanks-zh");

    private static ImmutableArray<CueEvidence> EvidenceOf(LabelScore score, TurnReading reading)
    {
        if (score.Label == EmotionLabels.Confused && reading.Rule(CueTable.Confused) is { } said)
        {
            return [new CueEvidence(EvidenceSource.Model, score.Label, said.Start, said.Length, 0)];
        }

        var words = reading.Evidence
            .Where(e => e.Label == score.Label)
            .Select(static e => new CueEvidence(EvidenceSource.Model, e.Label, e.Start, e.Length, e.Permille))
            .Take(EmpathyLimits.CueEvidenceMax)
            .ToImmutableArray();
        return words.IsEmpty ? [new CueEvidence(EvidenceSource.Model, score.Label, 0, 0, 0)] : words;
    }

    /// <summary>Curiosity is in the model's "confused", so the customer's own words must say it too.</summary>
    private static CueKind? KindOf(string label, TurnReading reading) => label switch
    {
        EmotionLabels.Angry => CueKind.Distress,
        EmotionLabels.Dissatisfied when !reading.Has(TurnSignal.Declines) => CueKind.Distress,
        EmotionLabels.Anxious => CueKind.Worry,
        EmotionLabels.Sad when !OpportunityRules.IsApology(reading) => CueKind.Sorrow,
        EmotionLabels.Confused when reading.Rule(CueTable.Confused) is not null
            && !IsSorry(reading) => CueKind.Confusion,
        _ => null,
    };

    /// <summary>"Sorry to confuse you" is about the agent.</summary>
    private static bool IsSorry(TurnReading reading) => reading.Of(EmotionLabels.Apologetic) > 0;

    private static bool IsUneasy(EmpathyState state) => state.CalmRun == 0 || state.Trajectory != Trajectory.Calm;

    private static int AmountOf(EmpathyState state, EffortCause cause)
    {
        foreach (var fact in state.Facts)
        {
            if (fact.Cause == cause)
            {
                return fact.Amount;
            }
        }

        return 0;
    }

    /// <summary>A fact that alerts does so once in a contact, however it grows.</summary>
    private static string CauseOf(EffortFact fact) => fact.MayAlert
        ? $"{fact.Cause}"
        : string.Create(CultureInfo.InvariantCulture, $"{fact.Cause}/{fact.Amount}");

    private static int RankOf(CueKind kind) => kind switch
    {
        CueKind.Escalation => 0,
        CueKind.Demand => 1,
        CueKind.Abuse => 2,
        CueKind.Distress => 3,
        CueKind.Closing => 6,
        CueKind.Effort or CueKind.Unanswered => 5,
        _ => 4,
    };
}

/// <summary>A cue that could be shown.</summary>
internal sealed record CueCandidate(
    CueKind Kind, Approach Approach, int Probability, AlertGround? Alert,
        string Cause, ImmutableArray<CueEvidence> Evidence);
