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
    /// <remarks>
    /// Facts that are told from texts alone never do, whatever the analyser says: on two public sets the customer was
    /// dissatisfied in 13 of 54 turns in which one would have alerted, which is no more than anywhere.
    /// </remarks>
    public static AlertGround? Of(EffortFact fact) =>
        fact.MayAlert && !IsToldFromTexts(fact.Cause) ? new AlertGround(AlertSource.Fact, fact.Cause.ToString()) : null;

    /// <summary>Facts that compare texts, and not what the platform did.</summary>
    internal static bool IsToldFromTexts(EffortCause cause) => cause
        is EffortCause.Restates or EffortCause.SameAnswerAgain or EffortCause.AskedWhoAgain
        or EffortCause.QuestionUnanswered;
}

/// <summary>
/// What may raise an alert. There is no model among them, and there must never be. Names are persisted.
/// </summary>
public enum AlertSource
{
    Rule = 1,
    Fact = 2,
}
