using System.Collections.Frozen;
using System.Globalization;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Gateway.Empathy;

/// <summary>
/// Reasons of cues in words. No word of a customer is quoted: the message has them, and the place is told.
/// </summary>
internal static class EvidenceTexts
{
    private static readonly FrozenDictionary<string, (string En, string Zh)> Rules =
        new Dictionary<string, (string, string)>
        {
            ["names-regulator"] = ("The customer names a regulator.", "客户提到监管机构。"),
            ["asks-for-manager"] = ("The customer asks for somebody in charge.", "客户要求找负责人。"),
            ["complaint-or-human-zh"] =
                ("The customer complains formally, or asks for a human or a superior.", "客户提出投诉，或要求人工或上级。"),
            ["asks-for-human"] = ("The customer asks for a human.", "客户要求人工服务。"),
            ["asks-for-refund"] = ("The customer asks for the money back.", "客户要求退款。"),
            ["effort-strong"] = ("The customer says how long or how often: on hold, transferred, no "
                + "reply.", "客户提到长时间等待、被转接或无人回复。"),
            ["effort-wide"] = ("The customer's words say that it is not the first time, or takes "
                + "long.", "客户的话表明不是第一次，或已耗时很久。"),
            ["profanity"] = ("The customer uses an offensive word.", "客户使用了冒犯性词语。"),
            ["customer-thanks"] = ("The customer thanks.", "客户表示感谢。"),
            ["customer-thanks-zh"] = ("The customer thanks.", "客户表示感谢。"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<EffortCause, (string En, string Zh)> Facts =
        new Dictionary<EffortCause, (string, string)>
        {
            [EffortCause.RepeatedContacts] = ("Contacts about the same matter in 30 days: {0}.", "30天内就同一问题联系了{0}次。"),
            [EffortCause.Reopened] = ("Taken up again: {0} times.", "已重新打开{0}次。"),
            [EffortCause.Transferred] = ("Transferred: {0} times.", "已被转接{0}次。"),
            [EffortCause.SwitchedChannel] = ("Had to change the channel: {0} times.", "已更换渠道{0}次。"),
            [EffortCause.AskedWhoAgain] = ("Asked again who the customer is: {0} times.", "重复核实身份{0}次。"),
            [EffortCause.Restates] = ("The customer said the same again: {0} times.", "客户重复说明了{0}次。"),
            [EffortCause.QuestionUnanswered] = ("Questions without an answer: {0}.", "有{0}个问题未得到回答。"),
            [EffortCause.SlowReply] =
                ("The last reply was slower than {1} of this queue's replies.", "上一次回复慢于本队列{1}的回复。"),
            [EffortCause.LongSilence] = ("The customer has waited for a word for {0} seconds.", "客户已等待{0}秒没有得到回应。"),
            [EffortCause.AgentMonologue] = ("Of what was said, {1} came from our side.", "对话中{1}的内容来自我方。"),
            [EffortCause.SameAnswerAgain] = ("The same answer was given again: {0} times.", "相同答复重复了{0}次。"),
            [EffortCause.AskedForHuman] = ("The customer has asked for a human.", "客户曾要求人工服务。"),
            [EffortCause.AskedForManager] = ("The customer has asked for somebody in charge.", "客户曾要求找负责人。"),
            [EffortCause.AskedForRefund] = ("The customer has asked for the money back.", "客户曾要求退款。"),
            [EffortCause.NamedRegulator] = ("The customer has named a regulator.", "客户曾提到监管机构。"),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string En, string Zh)> Labels =
        new Dictionary<string, (string, string)>
        {
            [EmotionLabels.Neutral] = ("no feeling", "无明显情绪"),
            [EmotionLabels.Angry] = ("anger", "愤怒"),
            [EmotionLabels.Dissatisfied] = ("dissatisfaction", "不满"),
            [EmotionLabels.Anxious] = ("worry", "焦虑"),
            [EmotionLabels.Sad] = ("sadness", "难过"),
            [EmotionLabels.Apologetic] = ("regret", "歉意"),
            [EmotionLabels.Confused] = ("confusion", "困惑"),
            [EmotionLabels.Surprised] = ("surprise", "惊讶"),
            [EmotionLabels.Grateful] = ("gratitude", "感谢"),
            [EmotionLabels.Excited] = ("joy", "期待"),
            ["offensive"] = ("an insult", "冒犯"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(CueEvidence evidence, TextLanguage language) => evidence.Source switch
    {
        EvidenceSource.Rule => OfRule(evidence.Id, language),
        EvidenceSource.Fact => Enum.TryParse<EffortCause>(evidence.Id, out var cause)
            ? OfFact(cause, evidence.Amount, language)
            : evidence.Id,
        _ => OfModel(evidence, language),
    };

    public static string OfFact(EffortCause cause, int amount, TextLanguage language)
    {
        var count = amount.ToString(CultureInfo.InvariantCulture);
        return Pick(Facts[cause], language)
            .Replace("{0}", count, StringComparison.Ordinal)
            .Replace("{1}", Percent(amount), StringComparison.Ordinal);
    }

    public static string LabelOf(string label, TextLanguage language) =>
        Labels.TryGetValue(label, out var words) ? Pick(words, language) : label;

    /// <summary>Whole percent of a number in permille.</summary>
    public static string Percent(int permille) =>
        string.Create(CultureInfo.InvariantCulture, $"{(permille + 5) / 10} %");

    public static string Pick((string En, string Zh) words, TextLanguage language) =>
        language == TextLanguage.Chinese ? words.Zh : words.En;

    /// <summary>A tenant's build may have rules that nobody wrote words for: then the id speaks.</summary>
    private static string OfRule(string rule, TextLanguage language) => Rules.TryGetValue(rule, out var words)
        ? Pick(words, language)
        : Pick(($"The rule {rule} holds.", $"符合规则 {rule}。"), language);

    private static string OfModel(CueEvidence evidence, TextLanguage language)
    {
        var label = LabelOf(evidence.Id, language);
        if (evidence.Model is { } model)
        {
            return Pick(
                ($"A model outside of the platform, {model}, reads {label} in the message.",
                    $"平台外部模型 {model} 从消息中读出{label}。"),
                language);
        }

        return evidence.Length == 0
            ? Pick(($"The model reads {label} in the whole message.", $"模型从整条消息中读出{label}。"), language)
            : Pick(
                ($"The model reads {label} in these words ({Percent(evidence.Amount)} of what speaks for it).",
                    $"模型从这些词中读出{label}（占其依据的{Percent(evidence.Amount)}）。"),
                language);
    }
}
