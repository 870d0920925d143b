using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// Takes personal data out of a text, by rules, in English and Chinese. It takes out too much rather than too little,
/// and still no rule finds everything: a name that nothing announces and nobody told of stays. Pure, and safe for any
/// thread.
/// </summary>
public static class PersonalDataRedactor
{
    /// <summary>
    /// Longest text that is read, in characters; what comes after it is dropped, never passed on unread.
    /// </summary>
    public const int CharactersMax = 8_192;

    private const int NamePartMin = 2;

    /// <param name="names">What is known beforehand to be a name: of the customer, of the agents.</param>
    /// <exception cref="RegexMatchTimeoutException">
    /// A rule did not end in time: the text must not be passed on.
    /// </exception>
    public static RedactedText Redact(string text, IReadOnlyCollection<string> names)
    {
        var read = text.Length > CharactersMax ? text[..CharactersMax] : text;
        var folded = FoldedCopy.Of(read);
        var finds = new Finds(folded.Text);
        FindAll(finds, names);

        var result = new StringBuilder(read.Length);
        var counts = ImmutableSortedDictionary.CreateBuilder<PersonalDataKind, int>();
        var copied = 0;
        foreach (var (start, length, kind) in finds.Pieces)
        {
            var (begin, end) = folded.Origin(start, length);
            result.Append(read, copied, begin - copied).Append('[').Append(WordOf(kind)).Append(']');
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            copied = end;
        }

        result.Append(read, copied, read.Length - copied);
        return new RedactedText(result.ToString(), counts.ToImmutable());
    }

    private static string WordOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Email => "email",
        PersonalDataKind.Link => "link",
        PersonalDataKind.Handle => "handle",
        PersonalDataKind.Secret => "secret",
        PersonalDataKind.Iban => "iban",
        PersonalDataKind.Card => "card",
        PersonalDataKind.Id => "id",
        PersonalDataKind.Phone => "phone",
        PersonalDataKind.Birthday => "birthday",
        PersonalDataKind.Address => "address",
        PersonalDataKind.Name => "name",
        _ => "number",
    };

    /// <summary>Sure forms first: a card inside a link is the link's, and a date is no telephone number.</summary>
    private static void FindAll(Finds finds, IReadOnlyCollection<string> names)
    {
        Match(finds, Patterns.Email(), PersonalDataKind.Email);
        Match(finds, Patterns.SpelledEmail(), PersonalDataKind.Email);
        Match(finds, Patterns.Link(), PersonalDataKind.Link);
        Match(finds, Patterns.Handle(), PersonalDataKind.Handle);
        Match(finds, Patterns.Secret(), PersonalDataKind.Secret, "secret");
        Match(finds, Patterns.SecretZh(), PersonalDataKind.Secret, "secret");
        IbanRules.Find(finds);
        Match(finds, Patterns.Id(), PersonalDataKind.Id);
        FindAddresses(finds);
        FindDates(finds);
        NumberRules.Find(finds);
        Match(finds, Patterns.SpelledNumber(), PersonalDataKind.Number);
        Match(finds, Patterns.SpelledNumberZh(), PersonalDataKind.Number);
        FindNames(finds, names);
    }

    private static void FindAddresses(Finds finds)
    {
        Match(finds, AddressPatterns.English(), PersonalDataKind.Address);
        Match(finds, AddressPatterns.German(), PersonalDataKind.Address);
        Match(finds, AddressPatterns.PostBox(), PersonalDataKind.Address);
        Match(finds, AddressPatterns.PostCode(), PersonalDataKind.Address);
        foreach (var match in AddressPatterns.FromProvince().EnumerateMatches(finds.Text))
        {
            if (!AddressPatterns.ProvinceOnly().IsMatch(finds.Text.AsSpan(match.Index, match.Length)))
            {
                finds.Add(match.Index, match.Length, PersonalDataKind.Address);
            }
        }

        Match(finds, AddressPatterns.Chinese(), PersonalDataKind.Address);
    }

    /// <summary>Dates are kept, since they say how long somebody waits; birthdays are not.</summary>
    private static void FindDates(Finds finds)
    {
        foreach (var match in Patterns.Date().EnumerateMatches(finds.Text))
        {
            if (!finds.IsFree(match.Index, match.Length))
            {
                continue;
            }

            if (Patterns.BirthBefore().IsMatch(finds.Text.AsSpan(0, match.Index)))
            {
                finds.Add(match.Index, match.Length, PersonalDataKind.Birthday);
            }
            else
            {
                finds.Keep(match.Index, match.Length);
            }
        }
    }

    private static void FindNames(Finds finds, IReadOnlyCollection<string> names)
    {
        foreach (var name in names.SelectMany(PartsOf).Distinct().OrderByDescending(static n => n.Length))
        {
            FindKnown(finds, name);
        }

        Match(finds, NamePatterns.Introduced(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.Addressed(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.Titled(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.Signed(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.IntroducedZh(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.IsZh(), PersonalDataKind.Name, "name");
        Match(finds, NamePatterns.TitledZh(), PersonalDataKind.Name, "name");
    }

    /// <summary>The whole name, its words, and of a Chinese one the given name.</summary>
    private static IEnumerable<string> PartsOf(string name)
    {
        var plain = FoldedCopy.Of(name).Text.Trim();
        var words = plain.Split([' ', '.', ',', '·', '-'], StringSplitOptions.RemoveEmptyEntries);
        var given = plain.Length is 3 or 4 && IsHan(plain[0]) ? [plain[1..]] : Array.Empty<string>();
        return new[] { plain }.Concat(words).Concat(given).Where(static p => p.Length >= NamePartMin);
    }

    private static void FindKnown(Finds finds, string name)
    {
        var text = finds.Text;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            if ((IsHan(name[0]) || IsWord(text, at, name.Length)) && finds.IsFree(at, name.Length))
            {
                finds.Add(at, name.Length, PersonalDataKind.Name);
            }
        }
    }

    private static bool IsWord(string text, int start, int length) =>
        (start == 0 || IsEdge(text[start - 1])) && (start + length == text.Length || IsEdge(text[start + length]));

    private static bool IsEdge(char c) => !char.IsLetterOrDigit(c) || IsHan(c);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static void Match(Finds finds, Regex pattern, PersonalDataKind kind)
    {
        foreach (var match in pattern.EnumerateMatches(finds.Text))
        {
            finds.Add(match.Index, match.Length, kind);
        }
    }

    private static void Match(Finds finds, Regex pattern, PersonalDataKind kind, string group)
    {
        foreach (Match match in pattern.Matches(finds.Text))
        {
            finds.Add(match.Groups[group].Index, match.Groups[group].Length, kind);
        }
    }
}
