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
    public const int FactStrengthFrom = 300;

    /// <summary>Words of a longer message are no good-bye.</summary>
    public const int ClosingLengthMax = 80;

    /// <summary>Customer's turns before a word of thanks is taken for a good-bye.</summary>
    public const int ClosingTurnsMin = 3;

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
            .. OfThanks(after, said, reading),
        ];

        // Alerts first, then what weighs most; the rest as written above, for sorting keeps the order of equals.
        return [.. found.OrderBy(static c => c.Alert is null ? 1 : 0).ThenBy(static c => RankOf(c.Kind))
            .ThenByDescending(static c => c.Probability)];
    }

    private static IEnumerable<CueCandidate> OfRules(EmpathyState after, MessageSaid said, TurnReading reading)
    {
        foreach (var match in reading.Rules)
        {
            // Words such as "again" and "still" mean effort only where something is wrong.
            if (CueTable.Of(match) is { } row
                && match.Strength != RuleStrength.Display
                && (match.Rule != CueTable.EffortWide || IsUneasy(after)))
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

    /// <summary>Facts last; only one that is new or grew with this turn is a cause.</summary>
    private static IEnumerable<CueCandidate> OfFacts(EmpathyState before, EmpathyState after, TurnReading reading)
    {
        foreach (var fact in reading.EffortFacts)
        {
            if (CueTable.Of(fact) is { } row
                && fact.Amount > AmountOf(before, fact.Cause)
                && (fact.MayAlert || fact.Strength >= FactStrengthFrom || IsUneasy(after)))
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

    private static IEnumerable<CueCandidate> OfModel(
        EmpathyState before, EmpathyState after, MessageSaid said, TurnReading reading, EmpathyPolicy policy)
    {
        var worsened = after.Trajectory != before.Trajectory
            && after.Trajectory is Trajectory.Strained or Trajectory.Upset;
        foreach (var score in reading.Emotions)
        {
            var kind = KindOf(score.Label, reading);
            var isShown = score.Permille >= policy.ShowFrom || (worsened && kind == CueKind.Distress && score.Holds);
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

        if (reading.Abuse >= policy.ShowFrom && reading.Rule(CueTable.Profanity) is null)
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

    /// <summary>A word of thanks that asks for nothing more. Once in a contact.</summary>
    private static IEnumerable<CueCandidate> OfThanks(EmpathyState after, MessageSaid said, TurnReading reading)
    {
        if (reading.Has(TurnSignal.Thanks)
            && after.CalmRun > 0
            && after.CustomerTurns >= ClosingTurnsMin
            && after.Trajectory is Trajectory.Calm or Trajectory.Recovering
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
        EmotionLabels.Angry or EmotionLabels.Dissatisfied => CueKind.Distress,
        EmotionLabels.Anxious => CueKind.Worry,
        EmotionLabels.Sad => CueKind.Sorrow,
        EmotionLabels.Confused when reading.Rule(CueTable.Confused) is not null => CueKind.Confusion,
        _ => null,
    };

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
