using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// How the customer's feeling is followed: a mean of how negative the turns were, in which each turn counts as much as
/// all before it together, and states that are left later than they are entered. It shows what is; it forecasts
/// nothing, for feelings persist and a forecast would only repeat them.
/// </summary>
internal static class TrajectoryRules
{
    /// <summary>From here on a turn counts as negative, in permille.</summary>
    public const int NegativeFrom = 300;

    /// <summary>Turns in a row that are not negative, after which a customer is recovering.</summary>
    public const int CalmTurnsToRecover = 2;

    /// <summary>So far below the level of strained the level must fall before a recovering customer is calm.</summary>
    public const int Gap = 100;

    /// <summary>
    /// A rule that may alert speaks for itself: a turn in which one holds weighs at least so much, in permille.
    /// </summary>
    public const int AlertingRuleWeight = 700;

    /// <summary>
    /// How negative a turn counts. Where no model reads feelings, by the effort that it added once something happened
    /// that may alert: less than that was measured to say nothing about how people feel.
    /// </summary>
    /// <param name="effortBefore">As of the customer's turn before.</param>
    public static int WeightOf(TurnReading reading, int effortBefore)
    {
        var weight = reading.Model.Length > 0 ? FeelingOf(reading)
            : reading.Effort > effortBefore && HasAlertingFact(reading) ? reading.Effort
            : 0;
        return HasAlertingRule(reading) ? Math.Max(weight, AlertingRuleWeight) : weight;
    }

    /// <summary>A "no" that was asked for is not taken for disapproval: then only the other feelings count.</summary>
    private static int FeelingOf(TurnReading reading) => reading.Has(TurnSignal.Declines)
        ? Math.Max(
            reading.Of(EmotionLabels.Angry), Math.Max(reading.Of(EmotionLabels.Anxious), reading.Of(EmotionLabels.Sad)))
        : reading.Negative;

    public static int LevelAfter(int level, int weight) => (level + weight + 1) / 2;

    public static int CalmRunAfter(int run, int weight) => weight < NegativeFrom ? run + 1 : 0;

    /// <summary>Where the customer is after a turn that is already part of the state.</summary>
    public static Trajectory After(EmpathyState state, TurnReading reading, EmpathyPolicy policy)
    {
        var isNegative = state.CalmRun == 0;
        return state.Trajectory switch
        {
            Trajectory.Calm or Trajectory.Recovering when isNegative && state.Level >= policy.UpsetFrom =>
                Trajectory.Upset,
            Trajectory.Calm or Trajectory.Recovering when isNegative && state.Level >= policy.StrainedFrom =>
                Trajectory.Strained,
            Trajectory.Recovering when !isNegative && state.Level < policy.StrainedFrom - Gap => Trajectory.Calm,
            Trajectory.Strained when isNegative && state.Level >= policy.UpsetFrom => Trajectory.Upset,
            Trajectory.Strained or Trajectory.Upset when Recovers(state, reading) => Trajectory.Recovering,
            var same => same,
        };
    }

    /// <summary>
    /// The turns that moved it: upwards the negative ones by their part of the level, else the calm ones.
    /// </summary>
    public static ImmutableArray<TurnWeight> Because(EmpathyState state, Trajectory to)
    {
        var turns = state.Recent.Select((turn, at) => (turn, Age: state.Recent.Count - 1 - at));
        return to is Trajectory.Strained or Trajectory.Upset
            ? [.. turns.Where(static t => t.turn.Negative >= NegativeFrom)
                .OrderByDescending(static t => t.turn.Negative >> t.Age)
                .ThenByDescending(static t => t.turn.Sequence)
                .Take(EmpathyLimits.MovedByMax)
                .Select(static t => t.turn)]
            : [.. turns.Where(t => t.Age < Math.Min(state.CalmRun, CalmTurnsToRecover))
                .OrderBy(static t => t.Age)
                .Select(static t => t.turn)];
    }

    private static bool Recovers(EmpathyState state, TurnReading reading) =>
        state.CalmRun >= CalmTurnsToRecover || (state.CalmRun > 0 && reading.Has(TurnSignal.Thanks));

    /// <summary>Something that the platform knows, and that weighs.</summary>
    public static bool HasAlertingFact(TurnReading reading) =>
        reading.EffortFacts.Any(static f => AlertGround.Of(f) is not null);

    private static bool HasAlertingRule(TurnReading reading)
    {
        foreach (var match in reading.Rules)
        {
            if (match.Strength == RuleStrength.Alert)
            {
                return true;
            }
        }

        return false;
    }
}
