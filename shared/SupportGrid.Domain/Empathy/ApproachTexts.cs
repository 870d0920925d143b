using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// The suggested approaches in words, for the agent's desk. Suggestions, never sentences to paste: agents say it in
/// their own words.
/// </summary>
public static class ApproachTexts
{
    /// <summary>The language that is used where an agent's is not here.</summary>
    public const string Fallback = "en";

    private static readonly FrozenDictionary<(Approach Approach, string Language), string> Texts =
        new Dictionary<(Approach, string), string>
        {
            [(Approach.Acknowledge, "en")] =
                "Say in a few plain words that you see how this is for the customer; then go on with the matter.",
            [(Approach.Acknowledge, "zh")] = "先用一两句平实的话说明您明白客户的感受，再继续处理问题。",
            [(Approach.Explore, "en")] =
                "Ask one open question, and say back what you have understood, naming the thing itself.",
            [(Approach.Explore, "zh")] = "提一个开放式问题，并具体复述您所理解的情况。",
            [(Approach.ExplainTheWait, "en")] =
                "Say why it takes time, what happens now, and by when the customer hears from you.",
            [(Approach.ExplainTheWait, "zh")] = "说明为什么需要时间、目前进展到哪一步，以及什么时候给客户答复。",
            [(Approach.OfferACallBack, "en")] =
                "Offer to call back at a time that suits, so that the customer need not wait.",
            [(Approach.OfferACallBack, "zh")] = "主动提出在客户方便的时间回电，免去等待。",
            [(Approach.InvolveASupervisor, "en")] =
                "Say that you take this seriously, and bring in a supervisor or hand over with the whole story.",
            [(Approach.InvolveASupervisor, "zh")] = "表示您会认真对待，并请主管介入，或带着完整情况转交。",
            [(Approach.CloseWarmly, "en")] =
                "Sum up what was settled, ask whether anything is left, and thank the customer.",
            [(Approach.CloseWarmly, "zh")] = "总结已解决的事项，询问是否还有其他需要，并感谢客户。",
        }.ToFrozenDictionary();

    /// <summary>Languages that have texts.</summary>
    public static ImmutableArray<string> Languages { get; } = ["en", "zh"];

    /// <summary>The key of an approach, stable: "acknowledge", "explain-the-wait" …</summary>
    public static string KeyOf(Approach approach) => approach switch
    {
        Approach.Acknowledge => "acknowledge",
        Approach.Explore => "explore",
        Approach.ExplainTheWait => "explain-the-wait",
        Approach.OfferACallBack => "offer-a-call-back",
        Approach.InvolveASupervisor => "involve-a-supervisor",
        Approach.CloseWarmly => "close-warmly",
        _ => throw new ArgumentOutOfRangeException(nameof(approach), approach, "There is no such approach."),
    };

    /// <param name="language">A BCP 47 tag such as "zh-CN"; what has no text falls back to English.</param>
    public static string Of(Approach approach, string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var primary = dash < 0 ? language : language[..dash];
        return Texts.TryGetValue((approach, primary), out var text) ? text : Texts[(approach, Fallback)];
    }
}
