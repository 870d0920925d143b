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

    /// <summary>
    /// With a space before the first unit and after the last, so that words need no care at the ends.
    /// </summary>
    private char[] _units = CreateUnits(512);
    private int[] _origins = new int[513];

    public int Length { get; private set; }

    public bool IsCut { get; private set; }

    public ReadOnlySpan<char> Units => _units.AsSpan(1, Length);

    /// <summary>The units between two spaces: index 0 is the space before the first unit.</summary>
    internal ReadOnlySpan<char> Padded => _units.AsSpan(0, Length + 2);

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
                _units[1 + at++] = ' ';
                gap = false;
            }

            _origins[at] = i;
            _units[1 + at++] = Fold(c);
            end = i + 1;
        }

        _origins[at] = end;
        _units[1 + at] = ' ';
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
        if (units + 2 > _units.Length)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)units + 2);
            Array.Resize(ref _units, size);
            Array.Resize(ref _origins, size + 1);
        }
    }

    private static char[] CreateUnits(int size)
    {
        var units = new char[size];
        units[0] = ' ';
        units[1] = ' ';
        return units;
    }
}
