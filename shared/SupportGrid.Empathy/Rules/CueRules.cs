using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.Rules;

/// <summary>
/// The rules. Each pattern is a choice of words without nested repetition, so that its time grows with the text alone.
/// Capitals and repeated exclamation marks are no rule: they were measured and say nothing.
/// </summary>
public static partial class CueRules
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static CueRule AgentApologises { get; } = Rule(
        "agent-apologises", Speaker.Agent, "en", RuleUse.Shown, .95, .97, "conduct apologetic", AgentApologisesPattern);

    public static CueRule AgentWarmClosing { get; } = Rule(
        "agent-warm-closing", Speaker.Agent, "en", RuleUse.Shown, .86, .89, "conduct appreciative", AgentWarmClosingPattern);

    public static CueRule AgentExplores { get; } = Rule(
        "agent-explores", Speaker.Agent, "any", RuleUse.Shown, .62, .94, "EPITOME exploration", AsksPattern);

    public static CueRule AgentAcknowledges { get; } = Rule(
        "agent-acknowledges", Speaker.Agent, "en", RuleUse.Shown, .80, .29, "EPITOME emotional reaction", AgentAcknowledgesPattern);

    public static CueRule AgentUnderstands { get; } = Rule(
        "agent-understands", Speaker.Agent, "en", RuleUse.Shown, .74, .52, "EPITOME interpretation", AgentUnderstandsPattern);

    public static CueRule AgentApologisesZh { get; } = Rule(
        "agent-apologises-zh", Speaker.Agent, "zh", RuleUse.Shown, 0, 0, "", AgentApologisesZhPattern);

    public static CueRule AgentWarmClosingZh { get; } = Rule(
        "agent-warm-closing-zh", Speaker.Agent, "zh", RuleUse.Shown, 0, 0, "", AgentWarmClosingZhPattern);

    public static CueRule AgentAcknowledgesZh { get; } = Rule(
        "agent-acknowledges-zh", Speaker.Agent, "zh", RuleUse.Shown, 0, 0, "", AgentAcknowledgesZhPattern);

    public static CueRule CustomerThanks { get; } = Rule(
        "customer-thanks", Speaker.Customer, "en", RuleUse.Shown, .93, .86, "GoEmotions gratitude", CustomerThanksPattern);

    public static CueRule CustomerThanksZh { get; } = Rule(
        "customer-thanks-zh", Speaker.Customer, "zh", RuleUse.Shown, .95, .32, "JDDC satisfied", CustomerThanksZhPattern);

    public static CueRule EffortStrong { get; } = Rule(
        "effort-strong", Speaker.Customer, "en", RuleUse.Alert, .97, .07, "airline negative", EffortStrongPattern);

    public static CueRule EffortWide { get; } = Rule(
        "effort-wide", Speaker.Customer, "en", RuleUse.Shown, .87, .22, "airline negative", EffortWidePattern);

    public static CueRule ProfaneWord { get; } = Rule(
        "profanity", Speaker.Customer, "en", RuleUse.Shown, .79, .23, "TweetEval offensive", null);

    public static CueRule CustomerAnxious { get; } = Rule(
        "customer-anxious", Speaker.Customer, "en", RuleUse.Display, .51, .47, "GoEmotions fear, nervousness", CustomerAnxiousPattern);

    public static CueRule CustomerConfused { get; } = Rule(
        "customer-confused", Speaker.Customer, "en", RuleUse.Display, .53, .21, "GoEmotions confusion", CustomerConfusedPattern);

    public static CueRule CustomerApologises { get; } = Rule(
        "customer-apologises", Speaker.Customer, "en", RuleUse.Display, .42, .22, "GoEmotions remorse", CustomerApologisesPattern);

    /// <summary>Rare, but a plain demand: always acted upon, whatever its precision for dissatisfaction.</summary>
    public static CueRule ComplaintOrHumanZh { get; } = Rule(
        "complaint-or-human-zh", Speaker.Customer, "zh", RuleUse.Alert, .65, .01, "JDDC dissatisfied", ComplaintOrHumanZhPattern);

    public static CueRule RepetitionZh { get; } = Rule(
        "repetition-zh", Speaker.Customer, "zh", RuleUse.Display, .53, .05, "JDDC dissatisfied", RepetitionZhPattern);

    public static CueRule RepeatedMarksZh { get; } = Rule(
        "repeated-marks-zh", Speaker.Customer, "zh", RuleUse.Display, .68, .01, "JDDC dissatisfied", RepeatedMarksZhPattern);

    /// <summary>
    /// Demands in plain words, the English counterpart of the Chinese rule. Not measured: no set labels them.
    /// </summary>
    public static CueRule AsksForHuman { get; } = Rule(
        "asks-for-human", Speaker.Customer, "en", RuleUse.Alert, 0, 0, "", AsksForHumanPattern);

    public static CueRule AsksForManager { get; } = Rule(
        "asks-for-manager", Speaker.Customer, "en", RuleUse.Alert, 0, 0, "", AsksForManagerPattern);

    public static CueRule AsksForRefund { get; } = Rule(
        "asks-for-refund", Speaker.Customer, "any", RuleUse.Shown, 0, 0, "", AsksForRefundPattern);

    public static CueRule NamesRegulator { get; } = Rule(
        "names-regulator", Speaker.Customer, "any", RuleUse.Alert, 0, 0, "", NamesRegulatorPattern);

    /// <summary>All of them, in the order of this file.</summary>
    public static ImmutableArray<CueRule> All { get; } =
    [
        AgentApologises, AgentWarmClosing, AgentExplores, AgentAcknowledges, AgentUnderstands, AgentApologisesZh, AgentWarmClosingZh,
        AgentAcknowledgesZh, CustomerThanks, CustomerThanksZh, EffortStrong, EffortWide, ProfaneWord, CustomerAnxious,
        CustomerConfused, CustomerApologises, ComplaintOrHumanZh, RepetitionZh, RepeatedMarksZh, AsksForHuman, AsksForManager,
        AsksForRefund, NamesRegulator,
    ];

    private static CueRule Rule(
        string id, Speaker speaker, string language, RuleUse use, double precision, double recall, string against, Func<Regex>? pattern) =>
        new(id, speaker, language, use, precision, recall, against) { Pattern = pattern };

    [GeneratedRegex(@"\b(?:sorry|apolog\w+|unfortunately|i['’]?m afraid|regret)\b", Plain)]
    private static partial Regex AgentApologisesPattern();

    [GeneratedRegex(@"you ?['’]?re welcome|have a (?:great|good|nice|wonderful|lovely)|enjoy (?:your|the)|thank(?:s| you)|glad (?:i|to|we)|my pleasure|good ?bye", Plain)]
    private static partial Regex AgentWarmClosingPattern();

    [GeneratedRegex(@"[?？]")]
    private static partial Regex AsksPattern();

    [GeneratedRegex(@"\b(?:sorry|i hope|here for you|feel for you|my heart|hugs?|love you|wish you|stay strong|proud of you|glad)\b", Plain)]
    private static partial Regex AgentAcknowledgesPattern();

    [GeneratedRegex(@"\b(?:i (?:understand|know|get|feel|felt|have|had|also|went)|i['’]?ve (?:been|felt|had)|same (?:here|boat|thing)|me too|sounds like|must (?:be|feel)|you (?:feel|are feeling))\b", Plain)]
    private static partial Regex AgentUnderstandsPattern();

    [GeneratedRegex("抱歉|不好意思|对不起|歉意")]
    private static partial Regex AgentApologisesZhPattern();

    [GeneratedRegex("祝您|感谢您|谢谢您|愉快|不客气|再见")]
    private static partial Regex AgentWarmClosingZhPattern();

    [GeneratedRegex("理解您|能理解|您的心情|让您久等|给您添麻烦|您别着急|请您放心")]
    private static partial Regex AgentAcknowledgesZhPattern();

    [GeneratedRegex(@"\b(?:thank(?:s| you|ful)?|thx|ty|appreciate|grateful)\b", Plain)]
    private static partial Regex CustomerThanksPattern();

    [GeneratedRegex("谢|辛苦|好评|麻烦你")]
    private static partial Regex CustomerThanksZhPattern();

    [GeneratedRegex(@"\b(?:on hold|hung up|hold for|transferred|called (?:again|\d+|three|twice)|no (?:response|answer|reply)|still waiting)\b", Plain)]
    private static partial Regex EffortStrongPattern();

    [GeneratedRegex(@"\b(?:still|again|already|(?:second|third|2nd|3rd|4th|\d+(?:st|nd|rd|th)) time|(?:for|over|been|after) (?:\d+|two|three|four|several|many) (?:min\w*|hours?|hrs?|days?|weeks?)|on hold|keeps?|no (?:one|response|answer|reply)|never|hung up|transferred|multiple times)\b", Plain)]
    private static partial Regex EffortWidePattern();

    [GeneratedRegex(@"\b(?:worr(?:y|ied|ying)|afraid|scar(?:ed|y)|anxious|anxiety|nervous|terrif\w+|panic\w*|concerned|fear)\b", Plain)]
    private static partial Regex CustomerAnxiousPattern();

    [GeneratedRegex(@"\b(?:confus\w+|don['’]?t (?:understand|get)|not sure|no idea|what do you mean|unclear)\b", Plain)]
    private static partial Regex CustomerConfusedPattern();

    [GeneratedRegex(@"\b(?:i['’]?m sorry|my (?:bad|apologies|fault)|apologi[sz]e|forgive)\b", Plain)]
    private static partial Regex CustomerApologisesPattern();

    [GeneratedRegex("人工|投诉|举报|12315|经理|领导|差评")]
    private static partial Regex ComplaintOrHumanZhPattern();

    [GeneratedRegex("又|还没|一直|怎么还|好几|多久|几次|再次|等了|多少次|到底|每次")]
    private static partial Regex RepetitionZhPattern();

    [GeneratedRegex("[？?]{2,}|[！!]{2,}")]
    private static partial Regex RepeatedMarksZhPattern();

    [GeneratedRegex(@"\b(?:(?:speak|talk|chat|connect me|transfer me|put me through) (?:to|with) (?:a |an |the |some )?(?:real |actual |live )?(?:human|person|agent|representative|rep|operator|someone|somebody)|(?:real|live|actual) (?:human|person|agent)|human being|not (?:a )?(?:ro)?bot)\b", Plain)]
    private static partial Regex AsksForHumanPattern();

    [GeneratedRegex(@"\b(?:(?:speak|talk) (?:to|with) (?:a |an |the |your )?(?:manager|supervisor)|your (?:manager|supervisor|boss)|(?:a|the) (?:manager|supervisor)|escalate|formal complaint|(?:make|file|lodge|submit) a complaint)\b", Plain)]
    private static partial Regex AsksForManagerPattern();

    [GeneratedRegex(@"\b(?:refund\w*|money back|chargeback|compensat\w+)\b|退款|退钱|赔偿", Plain)]
    private static partial Regex AsksForRefundPattern();

    [GeneratedRegex(@"\b(?:ombudsm[ae]n|regulator|consumer protection|trading standards|small claims|my (?:lawyer|attorney|solicitor)|legal action|sue you)\b|12315|消协|消费者协会|工商局|律师|起诉", Plain)]
    private static partial Regex NamesRegulatorPattern();
}
