using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// Names that a text gives away by what stands beside them. A name that nothing announces is not found.
/// </summary>
internal static partial class NamePatterns
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Exact = RegexOptions.CultureInvariant;

    private const string Capital = @"\p{Lu}[\p{L}'-]{0,30}";

    private const string NoName =
        @"(?!(?:and|but|i|my|the|it|is|on|in|for|with|from|please|not|at|so|as|because|here|there|by|a|an)\b)";

    private const string Han = @"\p{IsCJKUnifiedIdeographs}";

    [GeneratedRegex(
        @"\b(?:my\s(?:full\s|first\s|last\s)?name(?:'s|\sis|:)|name\s?:|name\sis|i\sam\scalled|i'm\scalled|"
        + @"call\sme|signed,?)\s+"
        + @"(?<name>" + NoName + @"\p{L}[\p{L}'-]{0,30}(?:\s" + NoName + @"\p{L}[\p{L}'-]{0,30}){0,2})",
        Loose,
        Patterns.MatchMsMax)]
    public static partial Regex Introduced();

    /// <summary>Only with capitals: "this is awful" and "hi there" introduce nobody.</summary>
    [GeneratedRegex(
        @"\b(?:[Tt]his\sis|[Ii]'m|[Ii]\sam|[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Aa]gent|[Cc]olleague)\s+"
        + @"(?<name>(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|There|Team|All|Sir|Madam|Support|Guys|Folks|Everyone|Again|OK|I|A|"
        + @"An|The|Not|So|Very|Really|Sorry|Angry|Happy|Sad|"
        + @"Furious|Still|Waiting|Trying|Calling|Writing|Getting|Using|Done|Fine|Just|Also|My|Your|It|This|That|"
        + @"What|Why|How|When|Customer)\b)"
        + Capital + @"[\p{Ll}](?:\s" + Capital + @"){0,2})",
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex Addressed();

    [GeneratedRegex(
        @"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Monsieur|Madame)\.?\s+(?<name>" + Capital + @"(?:\s" + Capital + "){0,2})",
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex Titled();

    [GeneratedRegex(
        @"\b(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Bb]est|[Bb]est\swishes|[Yy]ours(?:\struly)?|"
        + @"[Tt]hanks)\s?[,.!]?\s*[\r\n]+\s*(?<name>"
        + Capital + @"(?:[\s.]{1,2}" + Capital + @"){0,2})\s*$",
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex Signed();

    [GeneratedRegex(
        @"(?:我叫|名字(?:叫|是)|姓名(?:是|叫)?\s?:?|收件人(?:是)?\s?:?|收货人(?:是)?\s?:?|联系人(?:是)?\s?:?|开户名\s?:?|称呼我)\s?(?<name>"
        + Surnames.Pattern + Han + "{1,2})",
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex IntroducedZh();

    [GeneratedRegex(@"(?<=我是|本人)(?<name>" + Surnames.Pattern + Han + @"{1,2})(?=$|[\s,.!?;:,;:!?、]|的|电话|"
        + @"手机)", Exact, Patterns.MatchMsMax)]
    public static partial Regex IsZh();

    [GeneratedRegex(@"(?<name>" + Surnames.Pattern + Han + @"{0,2}?)(?=先生|女士|小姐|老师|经理|主任|阿姨|太太|同学)|"
        + @"(?<=姓)(?<name>" + Surnames.Pattern + ")", Exact, Patterns.MatchMsMax)]
    public static partial Regex TitledZh();
}
