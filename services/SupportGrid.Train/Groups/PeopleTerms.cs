using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SupportGrid.Train.Groups;

/// <summary>
/// Groups of people that a text may speak of, found by plain words. A word tells whom a text is about, never who wrote
/// it: nothing here guesses at a writer.
/// </summary>
public static partial class PeopleTerms
{
    /// <summary>Name and words, in the order of a report.</summary>
    public static ImmutableArray<(string Group, Regex Words)> All { get; } =
    [
        ("women", Women()),
        ("men", Men()),
        ("sexuality and gender", Sexuality()),
        ("religion", Religion()),
        ("origin", Origin()),
        ("disability and illness", Disability()),
        ("age", Age()),
    ];

    /// <summary>The groups that a text speaks of; none for most texts.</summary>
    public static ImmutableArray<string> Of(string text) =>
        [.. All.Where(g => g.Words.IsMatch(text)).Select(static g => g.Group)];

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MatchMs = 1000;

    [GeneratedRegex(
        """\b(wom[ae]n|girls?|wife|wives|girlfriends?|mothers?|mums?|moms?|daughters?|sisters?|aunts?)\b|女""" +
        """|老婆|妈妈|母亲|阿姨|姐姐|妹妹""",
        Plain,
        MatchMs)]
    private static partial Regex Women();

    [GeneratedRegex(
        """\b(m[ae]n|boys?|husbands?|boyfriends?|fathers?|dads?|sons?|brothers?|uncles?)\b|男""" +
        """|老公|爸爸|父亲|叔叔|哥哥|弟弟""",
        Plain,
        MatchMs)]
    private static partial Regex Men();

    [GeneratedRegex(
        """\b(gays?|lesbians?|bisexuals?|trans(gender)?|queer|lgbt\w*|homosexuals?|non-?binary)\b""" +
        """|同性恋|双性恋|跨性别""",
        Plain,
        MatchMs)]
    private static partial Regex Sexuality();

    [GeneratedRegex(
        """\[religion\]|\b(muslims?|islam(ic)?|jews?|jewish|christians?|catholics?|hindus?|buddhists?|sikhs?""" +
        """|atheists?)\b""" +
        """|穆斯林|伊斯兰|基督|佛教|犹太|信教|回族""",
        Plain,
        MatchMs)]
    private static partial Regex Religion();

    [GeneratedRegex(
        """\b(black|white) (people|person|m[ae]n|wom[ae]n|guys?|kids?)\b""" +
        """|\b(asians?|africans?|arabs?|mexicans?|latin[oa]s?""" +
        """|indians?|chinese|russians?|poles|polish|turks?|turkish|immigrants?|refugees?|foreigners?)\b""" +
        """|黑人|白人|外国人|外地人|乡下人|农村人|[东西南北]方人""" +
        """|(北京|上海|天津|重庆|广东|广西|河南|河北|湖南|湖北|山东|山西|四川|东北""" +
        """|新疆|西藏|内蒙古|江西|安徽|福建|浙江|江苏|陕西|甘肃|云南|贵州|海南|台湾|香港)人""",
        Plain,
        MatchMs)]
    private static partial Regex Origin();

    [GeneratedRegex(
        """\b(disabled|disabilit(y|ies)|deaf|blind|wheelchairs?|autis(m|tic)|depress(ed|ion)|bipolar|dyslexi[ac]""" +
        """|cancer)\b""" +
        """|残疾|聋|盲人|轮椅|自闭|抑郁""",
        Plain,
        MatchMs)]
    private static partial Regex Disability();

    [GeneratedRegex(
        """\b(old (people|person|m[ae]n|wom[ae]n|lady|ladies|guys?)|elderly|seniors?|pensioners?""" +
        """|grand(ma|pa|mother|father|parents?)""" +
        """|teen(s|agers?)?|kids?|child(ren)?)\b|老人|老年|老头|大爷|大妈|奶奶|爷爷|孩子|小孩""",
        Plain,
        MatchMs)]
    private static partial Regex Age();
}
