using System.Collections.Frozen;

namespace SupportGrid.Empathy.Text;

/// <summary>
/// Tells English, Chinese and everything else apart by script and by small words. It errs towards <see
/// cref="Language.Other"/>: a model that reads a language it does not know is worse than none.
/// </summary>
public static class LanguageDetector
{
    /// <summary>UTF-16 code units that are looked at.</summary>
    public const int UnitsMax = 400;

    private const int WordUnitsMax = 24;

    private static readonly FrozenSet<string> English = Set(
        "the be is are was were am i'm it's to of and that have has had you your yours for not with this but his her they we our "
        + "what which who when where why how can can't cannot could would should will won't don't doesn't didn't isn't wasn't it its if my "
        + "there their from an at or as do does did i he she him them been being than then just about please thanks thank hello hi "
        + "yes need want like get got know any some all because still after before into out up over again more only very really help "
        + "good bad great nice okay sorry right too much many these those here also let make see go going think");

    private static readonly FrozenSet<string> Foreign = Set(
        "el los las una unos que por para con del está esta estoy pero más muy como qué gracias hola porque sin mi su es y "
        + "le les des une est et dans pour pas vous nous je avec sur mais mon votre merci bonjour ce cette qui au aux sont "
        + "der das und ist nicht ich ein eine einen mit für auf sie wir ihr mein bitte danke hallo aber oder auch wie noch den dem von zu "
        + "il lo gli che di per non sono è una mio grazie ciao perché questo della delle nel "
        + "não eu você uma isso meu obrigado olá está dos das em um com mais muito "
        + "het een niet ik je dat van voor maar wel bedankt mijn zijn ook naar geen heb hij wij "
        + "och att det inte jag är på som har tack med men ett min "
        + "nie jest się na że jak dziękuję proszę mam czy dla tak ale to moje "
        + "bir ve bu için değil teşekkürler merhaba ben çok nasıl "
        + "yang tidak saya dan ini itu untuk dengan dari apa terima kasih ada bisa "
        + "và không tôi của là một cho được");

    /// <summary>The language of a text.</summary>
    /// <param name="hint">What the conversation was in before; taken when the text itself does not tell.</param>
    public static Language Of(ReadOnlySpan<char> text, Language hint = Language.Unknown)
    {
        text = text.Length > UnitsMax ? text[..UnitsMax] : text;
        var scripts = Scripts.Of(text);
        if (scripts.Letters == 0)
        {
            return hint;
        }

        // One Chinese character says about as much as three letters.
        var weight = (scripts.Han * 3) + scripts.Latin + ((scripts.Asian + scripts.Rest) * 2);
        if (scripts.Asian * 2 * 6 > weight || scripts.Rest * 2 * 3 > weight)
        {
            return Language.Other;
        }

        return scripts.Han * 3 * 3 > weight ? Language.Chinese : OfLatin(text, scripts, hint);
    }

    private static Language OfLatin(ReadOnlySpan<char> text, Scripts scripts, Language hint)
    {
        Span<char> lower = stackalloc char[WordUnitsMax];
        var known = English.GetAlternateLookup<ReadOnlySpan<char>>();
        var strange = Foreign.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0, english = 0, foreign = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
            {
                end++;
            }

            words++;
            if (end - at <= WordUnitsMax)
            {
                var word = lower[..text[at..end].ToLowerInvariant(lower)];
                word.Replace('’', '\'');
                english += known.Contains(word) ? 1 : 0;
                foreign += strange.Contains(word) ? 1 : 0;
            }

            at = end;
        }

        // Marks on letters are rare in English: each counts like a word of another language.
        foreign += scripts.Marked;
        return foreign > english ? Language.Other
            : english > 0 ? Language.English
            : words >= 6 ? Language.Other
            : hint is Language.Unknown ? Language.English
            : hint;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many letters of which script.</summary>
    /// <param name="Asian">Japanese and Korean letters.</param>
    /// <param name="Marked">Latin letters beyond ASCII.</param>
    private readonly record struct Scripts(int Han, int Asian, int Latin, int Marked, int Rest)
    {
        public int Letters => Han + Asian + Latin + Rest;

        public static Scripts Of(ReadOnlySpan<char> text)
        {
            int han = 0, asian = 0, latin = 0, marked = 0, rest = 0;
            foreach (var c in text)
            {
                switch (c)
                {
                    case <= '\u007f':
                        latin += char.IsAsciiLetter(c) ? 1 : 0;
                        break;
                    case (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf'):
                        han++;
                        break;
                    case (>= '\u3040' and <= '\u30ff') or (>= '\u1100' and <= '\u11ff') or (>= '\uac00' and <= '\ud7af'):
                        asian++;
                        break;
                    case (>= '\u00c0' and <= '\u024f') or (>= '\u1e00' and <= '\u1eff'):
                        latin++;
                        marked++;
                        break;
                    default:
                        rest += char.IsLetter(c) ? 1 : 0;
                        break;
                }
            }

            return new Scripts(han, asian, latin, marked, rest);
        }
    }
}
