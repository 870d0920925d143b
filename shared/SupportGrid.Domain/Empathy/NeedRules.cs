using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// Classifies needs by rules that can be read and disputed; nothing is learnt, and nobody has measured them (no open
/// set labels needs). A level is decided by the first of its rules that holds, importance and urgency by the strongest.
/// They only rise while a contact goes on.
/// </summary>
internal static partial class NeedRules
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Makes others more urgent; alone it says nothing.</summary>
    private const string LiveChannel = "need-live-channel";

    /// <summary>Units of a text that are read.</summary>
    private const int UnitsMax = 2_000;

    private static readonly ImmutableArray<WordRule> Words =
    [
        new("need-money-lost", NeedLevel.Basic, 5, 3, MoneyLost),
        new("need-access-lost", NeedLevel.Basic, 4, 4, AccessLost),
        new("need-not-working", NeedLevel.Basic, 4, 3, NotWorking),
        new("need-not-arrived", NeedLevel.Basic, 4, 3, NotArrived),
        new("need-safety", NeedLevel.Basic, 5, 5, Safety),
        new("need-now", null, 1, 5, Now),
        new("need-today", null, 1, 4, Today),
        new("need-wish", NeedLevel.Latent, 2, 1, Wish),
        new("need-change", NeedLevel.Expected, 3, 2, Change),
        new("need-information", NeedLevel.Expected, 2, 2, Information),
    ];

    /// <param name="known">The last classification, or null.</param>
    /// <returns>Null when nothing is new.</returns>
    public static Need? Of(Need? known, string text, TurnReading reading, Circumstances circumstances)
    {
        var found = Found(known, text, reading, circumstances);
        if (found.TrueForAll(static f => f.Id == LiveChannel))
        {
            return null;
        }

        var level = found.Select(static f => f.Level).Where(static l => l is not null).Min() ?? NeedLevel.Expected;
        var need = new Need(
            known is null || level < known.Level ? level : known.Level,
            Math.Max(known?.Importance ?? 1, found.Select(static f => f.Importance).DefaultIfEmpty(1).Max()),
            Math.Max(known?.Urgency ?? 1, found.Select(static f => f.Urgency).DefaultIfEmpty(1).Max()),
            Merged(known, found));
        return known is not null && (need.Level, need.Importance, need.Urgency) ==
            (known.Level, known.Importance, known.Urgency)
            ? null
            : need;
    }

    private static List<Finding> Found(Need? known, string text, TurnReading reading, Circumstances circumstances)
    {
        List<Finding> found = [];
        var subject = known is null ? circumstances.Subject : "";
        foreach (var rule in Words)
        {
            if (rule.Pattern().IsMatch(Head(text)) || (subject.Length > 0 && rule.Pattern().IsMatch(Head(subject))))
            {
                found.Add(new Finding(rule.Id, rule.Level, rule.Importance, rule.Urgency));
            }
        }

        If(circumstances.Channel is Channel.Voice or Channel.Chat, LiveChannel, 1, 3);
        If(reading.EffortFacts.Any(static f => f.Cause == EffortCause.RepeatedContacts), "need-contacted-before", 4, 3);
        If(circumstances.Reopenings > 0, "need-reopened", 4, 3);
        If(circumstances.Transfers > 1, "need-transferred", 3, 3);
        If(reading.Rule("names-regulator") is not null ||
            reading.Rule("asks-for-manager") is not null,
            "need-escalated", 5, 4);
        If(reading.Of(EmotionLabels.Anxious) >= OpportunityRules.FeelingFrom, "need-anxious", 3, 4);
        return found;

        void If(bool holds, string id, int importance, int urgency)
        {
            if (holds)
            {
                found.Add(new Finding(id, null, importance, urgency));
            }
        }
    }

    private static ImmutableArray<string> Merged(Need? known, List<Finding> found) =>
    [
        .. (known?.Rules ?? []).Concat(found.Select(static f => f.Id))
            .Distinct(StringComparer.Ordinal)
            .Take(EmpathyLimits.NeedRulesMax),
    ];

    private static string Head(string text) => text.Length > UnitsMax ? text[..UnitsMax] : text;

    [GeneratedRegex(
        @"\b(?:charged twice|double[- ]charged|overcharged|wrong(?:ly)? charged|refund\w*|money back|unauthori[sz]ed"
            + @"|fraud\w*|stolen)\b|退款|多扣|重复扣款|盗刷",
        Plain)]
    private static partial Regex MoneyLost();

    [GeneratedRegex(
        @"\b(?:locked out|can(?:no|')t (?:log ?in|sign ?in|access)|password"
            + @"|account (?:is )?(?:blocked|suspended|locked))\b|登录不|无法登录|被锁",
        Plain)]
    private static partial Regex AccessLost();

    [GeneratedRegex(
        @"\b(?:broken|not working|does(?:n't| not) work|stopped working|defective|faulty|outage|crash\w*|error)\b"
            + "|坏了|不能用|用不了|故障",
        Plain)]
    private static partial Regex NotWorking();

    [GeneratedRegex(
        @"\b(?:(?:not|never|hasn't|haven't) (?:yet )?(?:arrived?|received?|delivered|shipped)|missing|lost (?:my|the)"
            + @"|where is my|late)\b|没收到|还没到|未发货|没发货",
        Plain)]
    private static partial Regex NotArrived();

    [GeneratedRegex(
        @"\b(?:emergency|hospital|injur\w+|danger\w*|smoke|fire|gas leak|stranded|unsafe)\b|紧急|危险|受伤|着火", Plain)]
    private static partial Regex Safety();

    [GeneratedRegex(@"\b(?:urgent\w*|asap|immediately|right now|at once)\b|马上|立刻|立即|尽快|赶紧", Plain)]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(?:today|tonight|this (?:morning|afternoon|evening)|by tomorrow)\b|今天|今晚", Plain)]
    private static partial Regex Today();

    [GeneratedRegex(
        @"\b(?:would be (?:nice|great)|i wish|have you thought|any chance|suggestion|upgrade|recommend\w*)\b"
            + "|建议|推荐|希望能",
        Plain)]
    private static partial Regex Wish();

    [GeneratedRegex(
        @"\b(?:change|cancel|book|reserve|order|update|return|exchange|renew|move)\b|取消|修改|换货|退货|预订|下单", Plain)]
    private static partial Regex Change();

    [GeneratedRegex(
        @"\b(?:how (?:do|can|much|long)|what (?:is|are)|when (?:is|does|will)|status|information|opening hours)\b"
            + "|怎么|多少|什么时候|查询|请问",
        Plain)]
    private static partial Regex Information();

    private sealed record WordRule(string Id, NeedLevel? Level, int Importance, int Urgency, Func<Regex> Pattern);

    private sealed record Finding(string Id, NeedLevel? Level, int Importance, int Urgency);
}
