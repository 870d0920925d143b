namespace SupportGrid.Empathy.Text;

/// <summary>
/// A text made comparable: lower case, runs of white space as one space, none at the ends, full-width forms of ASCII as
/// ASCII, curly apostrophes as straight ones. Remembers where each character came from, so that evidence can point into
/// the text as it was written. A buffer that is used again and again; not for two threads at once.
/// </summary>
public sealed class FoldedText
{
    /// <summary>
    /// UTF-16 code units that are read of one text; the rest is left out, and <see cref="IsCut"/> says so.
    /// </summary>
    public const int UnitsMax = 8_192;

    private char[] _units = new char[512];
    private int[] _origins = new int[513];

    public int Length { get; private set; }

    public bool IsCut { get; private set; }

    public ReadOnlySpan<char> Units => _units.AsSpan(0, Length);

    /// <summary>Where the unit at an index, or the end of the text, stands in the text as it was written.</summary>
    public int OriginOf(int index) => _origins[index];

    /// <summary>Takes a text in, replacing the one before.</summary>
    public void Take(ReadOnlySpan<char> text)
    {
        Length = 0;
        IsCut = false;
        Append(text);
    }

    /// <summary>Takes another text in after the first, parted from it by one space.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        var room = UnitsMax - Length - 1;
        if (text.Length > room)
        {
            IsCut = true;
            text = text[..Math.Max(room, 0)];
            if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
            {
                text = text[..^1];
            }
        }

        Reserve(Length + text.Length + 1);
        var at = Length;
        var gap = at > 0;
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = at > 0;
                continue;
            }

            if (gap)
            {
                _origins[at] = i == 0 ? 0 : i - 1;
                _units[at++] = ' ';
                gap = false;
            }

            _origins[at] = i;
            _units[at++] = Fold(c);
            end = i + 1;
        }

        _origins[at] = end;
        Length = at;
    }

    private static char Fold(char c) => c switch
    {
        <= '\u007f' => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
        '\u2019' or '\u2018' or '\u02bc' => '\'',
        >= '\uff01' and <= '\uff5e' => Fold((char)(c - 0xfee0)),
        >= '\ud800' and <= '\udfff' => c,
        _ => char.ToLowerInvariant(c),
    };

    private void Reserve(int units)
    {
        if (units > _units.Length)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)units);
            Array.Resize(ref _units, size);
            Array.Resize(ref _origins, size + 1);
        }
    }
}
