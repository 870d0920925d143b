using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Features;

/// <summary>Reads the n-grams of one text: to count them, or to say where each one stands.</summary>
internal sealed class NgramReader
{
    private readonly FoldedText _text = new();
    private Token[] _tokens = new Token[256];
    private uint[] _hashes = new uint[256];
    private int _count;
    private bool _isSplit;

    public FoldedText Text => _text;

    public bool IsCut => _text.IsCut;

    public ReadOnlySpan<Token> Tokens
    {
        get
        {
            Split();
            return _tokens.AsSpan(0, _count);
        }
    }

    public void Take(in TurnText turn, TextField field)
    {
        _isSplit = false;
        switch (field)
        {
            case TextField.Turn:
                _text.Take(turn.Turn);
                break;
            case TextField.PreviousOther:
                _text.Take(turn.PreviousOther);
                break;
            default:
                _text.Take(turn.OneBefore);
                _text.Append(turn.PreviousOwn);
                break;
        }
    }

    public void Count(FeatureChannel channel, BucketCounts counts)
    {
        var sink = new CountingSink(counts, (uint)channel.Buckets - 1);
        Read(channel, ref sink);
    }

    /// <summary>
    /// Calls the sink for every n-gram of the channel with its hash and its place in the folded text.
    /// </summary>
    public void Read<TSink>(FeatureChannel channel, ref TSink sink)
        where TSink : struct, INgramSink, allows ref struct
    {
        switch (channel.Kind)
        {
            case ChannelKind.Words:
                ReadWords(channel, ref sink);
                break;
            case ChannelKind.WordCharacters:
                ReadWordCharacters(channel, ref sink);
                break;
            default:
                ReadCharacters(channel, ref sink);
                break;
        }
    }

    private void ReadWords<TSink>(FeatureChannel channel, ref TSink sink)
        where TSink : struct, INgramSink, allows ref struct
    {
        Split();
        for (var i = 0; i < _count; i++)
        {
            var hash = 0u;
            var runs = Math.Min(channel.LongestRun, _count - i);
            for (var n = 1; n <= runs; n++)
            {
                hash = NgramHash.Join(hash, _hashes[i + n - 1]);
                if (n >= channel.ShortestRun)
                {
                    sink.Meet(NgramHash.Finish(hash), _tokens[i].Start, _tokens[i + n - 1].End);
                }
            }
        }
    }

    /// <summary>
    /// A word here is what stands between spaces, marks included. One shorter than a run counts once.
    /// </summary>
    private void ReadWordCharacters<TSink>(FeatureChannel channel, ref TSink sink)
        where TSink : struct, INgramSink, allows ref struct
    {
        var padded = _text.Padded;
        var start = 1;
        while (start < padded.Length - 1)
        {
            // The space after the word; the padding of the text ends the last one.
            var after = start + padded[start..].IndexOf(' ');
            for (var i = start - 1; i <= after; i++)
            {
                var hash = NgramHash.Seed;
                var run = padded.Slice(i, Math.Min(channel.LongestRun, after + 1 - i));
                for (var n = 0; n < run.Length; n++)
                {
                    hash = NgramHash.Add(hash, run[n]);
                    if (n + 1 >= channel.ShortestRun)
                    {
                        sink.Meet(NgramHash.Finish(hash), Math.Max(i, start) - 1, Math.Min(i + n, after - 1));
                    }
                }
            }

            start = after + 1;
        }
    }

    private void ReadCharacters<TSink>(FeatureChannel channel, ref TSink sink)
        where TSink : struct, INgramSink, allows ref struct
    {
        var units = _text.Units;
        for (var i = 0; i < units.Length; i++)
        {
            var hash = NgramHash.Seed;
            var runs = Math.Min(channel.LongestRun, units.Length - i);
            for (var n = 1; n <= runs; n++)
            {
                hash = NgramHash.Add(hash, units[i + n - 1]);
                if (n >= channel.ShortestRun)
                {
                    sink.Meet(NgramHash.Finish(hash), i, i + n);
                }
            }
        }
    }

    private void Split()
    {
        if (_isSplit)
        {
            return;
        }

        _isSplit = true;
        if (_tokens.Length < _text.Length)
        {
            _tokens = new Token[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_text.Length)];
            _hashes = new uint[_tokens.Length];
        }

        _count = Tokeniser.Split(_text.Units, _tokens);
        for (var i = 0; i < _count; i++)
        {
            _hashes[i] = NgramHash.Of(_text.Units.Slice(_tokens[i].Start, _tokens[i].Length));
        }
    }

    private readonly ref struct CountingSink(BucketCounts counts, uint mask) : INgramSink
    {
        public void Meet(uint hash, int start, int end) => counts.Count((int)(hash & mask));
    }
}

/// <summary>Is told of every n-gram.</summary>
internal interface INgramSink
{
    /// <param name="start">First unit in the folded text; the padding of a word is left out.</param>
    /// <param name="end">Unit after the last.</param>
    void Meet(uint hash, int start, int end);
}
