using System.Collections.Frozen;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What cue each rule and each fact leads to. A rule and the fact that it becomes share a cause, so that one demand is
/// never shown twice. What stands in no row leads to no cue.
/// </summary>
internal static class CueTable
{
    public const string EffortStrong = "effort-strong";
    public const string EffortWide = "effort-wide";
    public const string Profanity = "profanity";
    public const string Confused = "customer-confused";

    private const string ComplaintOrHumanZh = "complaint-or-human-zh";
    private const string ForHuman = "asked-for-human";
    private const string ForManager = "asked-for-manager";
    private const string Regulator = "named-regulator";

    private static readonly FrozenDictionary<string, CueRow> Rules = new Dictionary<string, CueRow>
    {
        ["names-regulator"] = new(CueKind.Escalation, Approach.InvolveASupervisor, 0, Regulator),
        ["asks-for-manager"] = new(CueKind.Escalation, Approach.InvolveASupervisor, 0, ForManager),
        [ComplaintOrHumanZh] = new(CueKind.Escalation, Approach.InvolveASupervisor, 650, ForManager),
        ["asks-for-human"] = new(CueKind.Demand, Approach.InvolveASupervisor, 0, ForHuman),
        [EffortStrong] = new(CueKind.Waiting, Approach.ExplainTheWait, 970, null),
        [EffortWide] = new(CueKind.Effort, Approach.Acknowledge, 870, null),
        [Profanity] = new(CueKind.Abuse, Approach.InvolveASupervisor, 790, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<EffortCause, CueRow> Facts = new Dictionary<EffortCause, CueRow>
    {
        [EffortCause.NamedRegulator] = new(CueKind.Escalation, Approach.InvolveASupervisor, 0, Regulator),
        [EffortCause.AskedForManager] = new(CueKind.Escalation, Approach.InvolveASupervisor, 0, ForManager),
        [EffortCause.AskedForHuman] = new(CueKind.Demand, Approach.InvolveASupervisor, 0, ForHuman),
        [EffortCause.RepeatedContacts] = Fact(CueKind.Effort, Approach.Acknowledge),
        [EffortCause.Reopened] = Fact(CueKind.Effort, Approach.Acknowledge),
        [EffortCause.Transferred] = Fact(CueKind.Effort, Approach.Acknowledge),
        [EffortCause.SwitchedChannel] = Fact(CueKind.Effort, Approach.Acknowledge),
        [EffortCause.AskedWhoAgain] = Fact(CueKind.Effort, Approach.Acknowledge),
        [EffortCause.Restates] = Fact(CueKind.Effort, Approach.Explore),
        [EffortCause.SameAnswerAgain] = Fact(CueKind.Effort, Approach.Explore),
        [EffortCause.QuestionUnanswered] = Fact(CueKind.Unanswered, Approach.ExplainTheWait),
        [EffortCause.SlowReply] = Fact(CueKind.Waiting, Approach.ExplainTheWait),
        [EffortCause.LongSilence] = Fact(CueKind.Waiting, Approach.OfferACallBack),
    }.ToFrozenDictionary();

    /// <param name="text">Of the message: one rule finds demands of two kinds.</param>
    public static CueRow? Of(RuleMatch match, string text) =>
        match.Rule == ComplaintOrHumanZh && text.IndexOf("人工", StringComparison.Ordinal) == match.Start
            ? Rules["asks-for-human"]
            : Rules.GetValueOrDefault(match.Rule);

    public static CueRow? Of(EffortFact fact) => Facts.GetValueOrDefault(fact.Cause);

    private static CueRow Fact(CueKind kind, Approach approach) => new(kind, approach, EmpathyLimits.Permille, null);
}

/// <summary>One row.</summary>
/// <param name="Probability">
/// That it is right, in permille: what the rule was measured at, 0 where nobody measured it; a fact is certain.
/// </param>
/// <param name="Cause">
/// Shared by all that means the same; null: each message of a rule, each new amount of a fact, is a cause of its own.
/// </param>
internal sealed record CueRow(CueKind Kind, Approach Approach, int Probability, string? Cause);
