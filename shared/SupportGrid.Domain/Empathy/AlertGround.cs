namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What makes a cue a hard alert: a rule that may alert, or a fact that may. A model is no ground; it cannot even be
/// written down as one.
/// </summary>
/// <param name="Id">Id of the rule, or name of the cause of effort.</param>
[GenerateSerializer, Immutable, Alias("sg.AlertGround")]
public sealed record AlertGround(AlertSource Source, string Id)
{
    /// <returns>Null for a rule that may not alert.</returns>
    public static AlertGround? Of(RuleMatch match) =>
        match.Strength == RuleStrength.Alert ? new AlertGround(AlertSource.Rule, match.Rule) : null;

    /// <returns>Null for a fact that may not alert.</returns>
    public static AlertGround? Of(EffortFact fact) =>
        fact.MayAlert ? new AlertGround(AlertSource.Fact, fact.Cause.ToString()) : null;
}

/// <summary>
/// What may raise an alert. There is no model among them, and there must never be. Names are persisted.
/// </summary>
public enum AlertSource
{
    Rule = 1,
    Fact = 2,
}
