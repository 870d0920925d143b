using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// Postal addresses as far as rules go: a number and a street, codes of post offices, and the levels of a Chinese
/// address. A town alone is none.
/// </summary>
internal static partial class AddressPatterns
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Exact = RegexOptions.CultureInvariant;

    private const string NoStreet =
        @"(?!(?:times?|days?|weeks?|hours?|hrs?|minutes?|mins?|months?|years?|of|the|on|in|at|to|and|or|is|was|by|"
        + @"my|your|people|items?|more)\b)";

    private const string StreetWord =
        "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|terrace|square|sq|"
        + "close|crescent|"
        + "highway|hwy|parkway|pkwy|gardens|grove|hill|mews|row|walk)";

    private const string Part = @"(?:,?\s*(?:apartment|apt|unit|suite|ste|flat|floor|room|no|#)\.?\s?#?\s?\w{1,6})?";

    private const string Han = @"\p{IsCJKUnifiedIdeographs}";

    /// <summary>Without the words that stand before a place and are none of it.</summary>
    private const string Place = @"[\p{IsCJKUnifiedIdeographs}-[住在到送寄是的了我你您他她从去来址往]]";

    private const string Provinces =
        "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
        + "陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)?";

    private const string Levels = "(?:" + Han + "{2,6}?(?:自治州|地区|开发区|新区|街道|市|区|县|旗|镇|乡|村)){0,4}";

    private const string Details = @"(?:[\s,-]?[A-Za-z]?\d{1,5}(?:-\d{1,5})*\s?(?:号院|号楼|号|弄|栋|幢|座|单元|室|层|楼|房|户|巷|组|"
        + @"队)){1,6}";

    private const string Street = Place + "{1,8}?(?:大街|大道|路|街|道|巷|弄|胡同|小区|花园|社区|新村|公寓|大厦|广场|苑|家园|工业园)";

    /// <summary>A number, one to four words, a word for a street, and what may follow.</summary>
    [GeneratedRegex(
        @"\b\d{1,6}[a-z]?,?\s+(?:" + NoStreet + @"[\w'.-]{1,30}\s+){1,4}" + StreetWord + @"\b\.?" + Part
        + @"(?:,\s*(?![a-z]{2}\s+\d{5})[a-z][\w'-]{1,30}(?:\s[a-z][\w'-]{1,30})?){0,2}"
        + @"(?:,?\s+[a-z]{2}\s+\d{5}(?:-\d{4})?)?",
        Loose,
        Patterns.MatchMsMax)]
    public static partial Regex English();

    [GeneratedRegex(
        @"\b(?:p\.?\s?o\.?\s?box|postfach)\s?#?\s?\d{1,8}\b|\bzip(?:\s?code)?\s?(?:is|:)?\s?\d{5}(?:-\d{4})?"
        + @"|\bpost\s?code\s?(?:is|:)?\s?[a-z0-9]{2,4}\s?[a-z0-9]{2,4}|邮编\s?(?:是|:)?\s?\d{6}",
        Loose,
        Patterns.MatchMsMax)]
    public static partial Regex PostBox();

    /// <summary>Of the United Kingdom; and of the United States behind the two letters of a state.</summary>
    [GeneratedRegex(
        @"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|"
        + @"N[CDEHJMVY]|"
        + @"O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s+\d{5}(?:-\d{4})?\b",
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex PostCode();

    [GeneratedRegex(
        @"\b[A-ZÄÖÜ][\wäöüß.-]{2,40}(?:straße|strasse|str\.|weg|gasse|platz|"
        + @"allee)\s+\d{1,4}\s?[a-z]?\b(?:,?\s+\d{5}\s+\w{2,30})?",
        Loose,
        Patterns.MatchMsMax)]
    public static partial Regex German();

    /// <summary>From a province down to the door.</summary>
    [GeneratedRegex(Provinces + Levels + "(?:" + Street + ")?(?:" + Details + ")?", Exact, Patterns.MatchMsMax)]
    public static partial Regex FromProvince();

    /// <summary>A town with a part of it, down to the door; or a street with its number.</summary>
    [GeneratedRegex(
        Place + "{2,4}市" + Han + "{1,6}?(?:区|县|市|镇|街道)(?:" + Street + ")?(?:" + Details + ")?|" + Street + Details,
        Exact,
        Patterns.MatchMsMax)]
    public static partial Regex Chinese();

    /// <summary>A province or town by itself says where many people are, and is kept.</summary>
    [GeneratedRegex("^" + Provinces + "$", Exact, Patterns.MatchMsMax)]
    public static partial Regex ProvinceOnly();
}
