using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// Forms of personal data that have no check digits. Each match has a limit of time: text is what strangers send, and a
/// text whose rules do not end goes nowhere.
/// </summary>
internal static partial class Patterns
{
    public const int MatchMsMax = 1_000;

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Exact = RegexOptions.CultureInvariant;

    /// <summary>
    /// Between Chinese characters and Latin ones no rule of regular expressions sees the edge of a word.
    /// </summary>
    private const string Before = "(?<![A-Za-z0-9])";

    private const string Behind = "(?![A-Za-z0-9])";

    private const string Mailbox = "[a-z0-9_.%+'À-ɏ-]{1,64}";

    [GeneratedRegex(Mailbox + @"\s?@\s?[a-z0-9À-ɏ-]{1,63}(?:\s?\.\s?[a-z0-9À-ɏ-]{2,63}){1,4}", Loose, MatchMsMax)]
    public static partial Regex Email();

    [GeneratedRegex(
        Mailbox + @"\s*(?:\(at\)|\[at\]|\{at\}|\sat\s)\s*[a-z0-9-]{1,63}(?:\s*(?:\(dot\)|\[dot\]|\{dot\}|"
            + @"\sdot\s)\s*[a-z]{2,20}){1,4}|"
        + Mailbox + @"\s*(?:\(at\)|\[at\]|\{at\})\s*[a-z0-9-]{1,63}(?:\.[a-z]{2,20}){1,4}|"
        + Mailbox + @"\s+at\s+(?:gmail|yahoo|hotmail|outlook|icloud|live|aol|gmx|qq|163|126|sina|"
        + @"foxmail)\s?\.\s?[a-z]{2,6}",
        Loose,
        MatchMsMax)]
    public static partial Regex SpelledEmail();

    [GeneratedRegex(
        Before + @"(?:(?:https?|ftp)://\S{1,2000}|www\.\S{1,2000}|\d{1,3}(?:\.\d{1,3}){3}(?!\d)|"
            + @"(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{0,4})",
        Loose,
        MatchMsMax)]
    public static partial Regex Link();

    [GeneratedRegex(@"(?<![a-z0-9@])@(?:[a-z0-9_.]{2,40}|\p{IsCJKUnifiedIdeographs}{2,4})", Loose, MatchMsMax)]
    public static partial Regex Handle();

    /// <summary>A code has a digit: "the pin was bent" tells no secret.</summary>
    [GeneratedRegex(
        @"\b(?:password|passcode|passphrase)\b\s?(?:is|was|=|:)\s?(?<secret>\S{1,100})"
        + @"|\b(?:pin(?:\s?code|\s?number)?|cvv2?|cvc2?|otp|security\s(?:code|answer)|one[\s-]time\s(?:code|"
        + @"password))\b"
        + @"\s?(?:is|was|=|:)?\s?(?<secret>[\w-]{0,20}\d[\w-]{0,20})",
        Loose,
        MatchMsMax)]
    public static partial Regex Secret();

    [GeneratedRegex(
        @"(?:密码|验证码|口令|校验码|安全码)\s?(?:是|为|:|=)?\s?(?<secret>[A-Za-z0-9!-/@#$%^&*]{3,40})", Loose, MatchMsMax)]
    public static partial Regex SecretZh();

    [GeneratedRegex(
        @"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)|"
        + @"\d{4}年\d{1,2}月\d{1,2}[日号]?",
        Exact,
        MatchMsMax)]
    public static partial Regex Date();

    [GeneratedRegex(@"\b(?:born|birth|birthday|dob|d\.o\.b)\b.{0,20}$|(?:生日|出生).{0,8}$", Loose, MatchMsMax)]
    public static partial Regex BirthBefore();

    /// <summary>Social insurance of the United Kingdom and the United States; passports and the like.</summary>
    [GeneratedRegex(
        Before + @"(?:[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]|\d{3}-\d{2}-\d{4}|"
            + @"[A-Z]{1,2}\d{6,9})" + Behind, Loose, MatchMsMax)]
    public static partial Regex Id();

    [GeneratedRegex(@"(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|"
        + @"triple)\b[\s,-]{0,3}){7,40}", Loose, MatchMsMax)]
    public static partial Regex SpelledNumber();

    [GeneratedRegex(@"[零〇一二三四五六七八九幺两]{7,40}", Exact, MatchMsMax)]
    public static partial Regex SpelledNumberZh();
}
