using System.Collections.Frozen;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Gateway.Empathy;

/// <summary>
/// One cue in sentences: what it points at, why, how sure that is, what would help, what became of it.
/// </summary>
internal static class CueTexts
{
    private static readonly FrozenDictionary<CueKind, (string En, string Zh)> Kinds =
        new Dictionary<CueKind, (string, string)>
        {
            [CueKind.Distress] = ("The customer seems upset or dissatisfied", "客户似乎不满或情绪激动"),
            [CueKind.Worry] = ("The customer seems worried", "客户似乎很担心"),
            [CueKind.Sorrow] = ("The customer seems sad", "客户似乎很难过"),
            [CueKind.Confusion] = ("The customer seems not to understand", "客户似乎不明白"),
            [CueKind.Waiting] = ("The customer waits, or has waited, too long", "客户等待时间过长"),
            [CueKind.Effort] = ("The customer has to go a long way", "客户为此费了很多周折"),
            [CueKind.Unanswered] = ("Questions of the customer are open", "客户的问题尚未回答"),
            [CueKind.Demand] = ("The customer demands something", "客户提出了要求"),
            [CueKind.Escalation] = ("The customer wants this to go higher", "客户要求升级处理"),
            [CueKind.Abuse] = ("The message offends", "消息含有冒犯内容"),
            [CueKind.Closing] = ("The customer thanks: a good moment to close", "客户表示感谢，适合收尾"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<CueEnd, (string En, string Zh)> Ends =
        new Dictionary<CueEnd, (string, string)>
        {
            [CueEnd.Expired] = ("It ended by itself: the conversation went on.", "提示已自动结束：对话已继续。"),
            [CueEnd.Superseded] = ("A newer cue took its place.", "已被更新的提示取代。"),
            [CueEnd.Closed] = ("It ended with the contact.", "随本次联系结束。"),
            [CueEnd.Revised] =
                ("It ended because another model read the message otherwise.", "另一模型对该消息有不同判断，提示结束。"),
            [CueEnd.Resolved] = ("It ended because the customer has recovered.", "客户情绪已恢复，提示结束。"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<CueAnswer, (string En, string Zh)> Answers =
        new Dictionary<CueAnswer, (string, string)>
        {
            [CueAnswer.Useful] = ("The agent found it useful.", "坐席认为有用。"),
            [CueAnswer.Disputed] = ("The agent says that it is wrong.", "坐席认为不正确。"),
            [CueAnswer.Dismissed] = ("The agent put it aside.", "坐席已忽略。"),
        }.ToFrozenDictionary();

    public static IEnumerable<string> Explain(TrackedCue tracked, TextLanguage language)
    {
        var cue = tracked.Cue;
        var what = EvidenceTexts.Pick(Kinds[cue.Kind], language);
        yield return EvidenceTexts.Pick(
            ($"{what} (message {cue.Sequence}).", $"{what}（第{cue.Sequence}条消息）。"), language);
        foreach (var evidence in cue.Evidence)
        {
            yield return EvidenceTexts.Of(evidence, language);
        }

        yield return Certainty(cue, language);
        if (cue.Alert is not null)
        {
            yield return EvidenceTexts.Pick(
                ("It is an alert: a rule or a fact raised it, not a model.", "这是警报：由规则或事实触发，而非模型。"), language);
        }

        yield return ApproachTexts.Of(cue.Approach, language.TagOf());
        yield return Outcome(tracked, language);
    }

    private static string Certainty(Cue cue, TextLanguage language)
    {
        var share = EvidenceTexts.Percent(cue.Probability);
        return EvidenceTexts.Pick(
            (cue.Evidence[0].Source, cue.Probability) switch
            {
                (_, 0) => ("Nobody has measured how often such words mean this.", "尚无此类表述准确率的测量。"),
                (EvidenceSource.Rule, _) => (
                    $"When it was measured, such words meant this in {share} of cases.", $"据测量，此类表述的准确率为{share}。"),
                (EvidenceSource.Fact, _) => ("This is a fact that the platform knows.", "这是平台记录的事实。"),
                _ => ($"The model gives it {share}.", $"模型给出的概率为{share}。"),
            },
            language);
    }

    private static string Outcome(TrackedCue tracked, TextLanguage language) =>
        EvidenceTexts.Pick(
            tracked switch
            {
                { Answer: { } answer } => Answers[answer],
                { End: { } end } => Ends[end],
                _ => ("It is shown.", "正在显示。"),
            },
            language);
}
