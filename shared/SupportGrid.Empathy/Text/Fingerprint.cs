using System.Numerics;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Empathy.Text;

/// <summary>
/// Which words, characters and runs of three characters a text has, as sorted hashes: enough to tell how much of it was
/// said before, without keeping the text. At most <see cref="HashesMax"/> of each.
/// </summary>
public sealed class Fingerprint
{
    public const int HashesMax = 512;

    private const int TrigramBits = 4_096;

    /// <summary>
    /// A bit for each run of three characters. Two runs in one bit are rare and move an overlap by a hundredth.
    /// </summary>
    private readonly ulong[] _trigrams = new ulong[TrigramBits / 64];


    private uint[] _words = [];
    private uint[] _characters = [];
    private int _wordCount;
    private int _characterCount;

    /// <summary>Takes the print of another text, in place of the one before.</summary>
    /// <param name="tokens">Scratch that is as long as the text.</param>
    /// <param name="kinds">What is not wanted stays empty.</param>
    public void Take(FoldedText text, Span<Token> tokens, OverlapKinds kinds)
    {
        var units = text.Units;
        _wordCount = 0;
        _characterCount = 0;
        if ((kinds & OverlapKinds.Words) != 0)
        {
            foreach (var token in tokens[..Tokeniser.Split(units, tokens)])
            {
                Add(ref _words, ref _wordCount, NgramHash.Of(units.Slice(token.Start, token.Length)));
            }

            Order(_words, ref _wordCount);
        }

        if ((kinds & OverlapKinds.Characters) != 0)
        {
            foreach (var unit in units)
            {
                Add(ref _characters, ref _characterCount, unit);
            }

            Order(_characters, ref _characterCount);
        }

        Array.Clear(_trigrams);
        if ((kinds & OverlapKinds.Trigrams) != 0)
        {
            for (var i = 0; i + 3 <= units.Length && i < HashesMax; i++)
            {
                var bit = NgramHash.Finish(NgramHash.Of(units.Slice(i, 3))) % TrigramBits;
                _trigrams[bit / 64] |= 1UL << (int)(bit % 64);
            }
        }
    }

    /// <summary>Words in common by words in either; 0 when both are empty.</summary>
    public float WordOverlap(Fingerprint other) =>
        Overlap(_words.AsSpan(0, _wordCount), other._words.AsSpan(0, other._wordCount));

    public float CharacterOverlap(Fingerprint other) =>
        Overlap(_characters.AsSpan(0, _characterCount), other._characters.AsSpan(0, other._characterCount));

    /// <summary>The measure of restating: above .6 somebody says the same again.</summary>
    public float TrigramOverlap(Fingerprint other)
    {
        int common = 0, either = 0;
        for (var i = 0; i < _trigrams.Length; i++)
        {
            common += BitOperations.PopCount(_trigrams[i] & other._trigrams[i]);
            either += BitOperations.PopCount(_trigrams[i] | other._trigrams[i]);
        }

        return either == 0 ? 0f : (float)common / either;
    }

    private static void Add(ref uint[] set, ref int count, uint hash)
    {
        if (count == HashesMax)
        {
            return;
        }

        if (count == set.Length)
        {
            Array.Resize(ref set, Math.Max(32, count * 2));
        }

        set[count++] = hash;
    }

    private static void Order(uint[] set, ref int count)
    {
        var used = set.AsSpan(0, count);
        used.Sort();
        var kept = 0;
        for (var i = 0; i < used.Length; i++)
        {
            if (i == 0 || used[i] != used[i - 1])
            {
                used[kept++] = used[i];
            }
        }

        count = kept;
    }

    private static float Overlap(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var order = left[i].CompareTo(right[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var either = left.Length + right.Length - common;
        return either == 0 ? 0f : (float)common / either;
    }
}
