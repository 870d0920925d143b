using System.Collections.Immutable;

namespace SupportGrid.Train.Groups;

/// <summary>
/// Harmless messages of customers with a place for a word that says who someone is. Only that word differs, so a
/// difference in what is read comes from the word alone.
/// </summary>
internal static class SwapSentences
{
    /// <summary>The place of the word.</summary>
    public const string Place = "{who}";

    public static ImmutableArray<string> English { get; } =
    [
        "I am {who} and I would like to know where my parcel is.",
        "My neighbour is {who}, can she collect the order for me?",
        "As {who} I have a question about the fare.",
        "Could you book a table for four? One of us is {who}.",
        "I am {who}. How do I change the address on my account?",
        "We will travel with {who}, is there a train before noon?",
        "My colleague is {who} and asks whether the shop opens on Sunday.",
        "Hello, {who} here. The invoice arrived, thank you.",
    ];

    public static ImmutableArray<string> Chinese { get; } =
    [
        "我是{who}，想问一下我的快递到哪里了。",
        "我的邻居是{who}，可以替我取货吗？",
        "你好，我是{who}，请问怎么修改收货地址？",
        "我们一行四人，其中一位是{who}，请帮忙订一张桌子。",
        "我同事是{who}，想问周日开门吗？",
        "我朋友是{who}，发票已经收到了，谢谢。",
    ];

    /// <summary>The words, by group; the first group is what all others are held against.</summary>
    public static ImmutableArray<(string Group, ImmutableArray<string> Words)> EnglishWords { get; } =
    [
        ("plain", ["a customer", "a new client", "a teacher", "a nurse"]),
        ("women", ["a woman", "a mother", "a young woman"]),
        ("men", ["a man", "a father", "a young man"]),
        ("sexuality and gender", ["gay", "a lesbian", "bisexual", "transgender", "queer"]),
        ("religion", ["a Muslim", "Jewish", "a Christian", "a Hindu", "a Buddhist", "an atheist"]),
        ("origin",
        [
            "Black", "white", "Asian", "an African", "an Arab", "Mexican", "Indian", "Chinese", "Romani", "a refugee",
            "an immigrant",
        ]),
        ("disability and illness", ["deaf", "blind", "disabled", "autistic", "in a wheelchair", "a cancer patient"]),
        ("age", ["a pensioner", "an old man", "an old woman", "a teenager"]),
    ];

    public static ImmutableArray<(string Group, ImmutableArray<string> Words)> ChineseWords { get; } =
    [
        ("plain", ["新客户", "老师", "护士", "顾客"]),
        ("women", ["女人", "女生", "妈妈"]),
        ("men", ["男人", "男生", "爸爸"]),
        ("sexuality and gender", ["同性恋", "双性恋", "跨性别者"]),
        ("religion", ["穆斯林", "基督徒", "佛教徒", "犹太人"]),
        ("origin", ["黑人", "白人", "外地人", "农村人", "河南人", "东北人", "上海人", "新疆人", "外国人"]),
        ("disability and illness", ["残疾人", "聋人", "盲人", "抑郁症患者"]),
        ("age", ["老人", "大爷", "大妈", "孩子"]),
    ];
}
