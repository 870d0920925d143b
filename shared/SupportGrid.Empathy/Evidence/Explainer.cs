using System.Collections.Immutable;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Evidence;

/// <summary>
/// Says which words made a label's score. Every n-gram's weight is laid evenly over the characters that it stands on;
/// neighbouring words (in Chinese, characters) that speak for the label make one span. The same text and model give the
/// same spans. Only for cues that are shown: it allocates. One for each thread.
/// </summary>
public sealed class Explainer
{
    private readonly NgramReader _reader = new();
    private readonly BucketCounts _counts = new();
    private readonly FeatureExtractor _extractor = new();
    private readonly FeatureVector _vector = new();
    private float[] _units = new float[512];
    private float[] _byFeature = [];

    /// <summary>
    /// The strongest spans of the turn's own text, the strongest first; empty when nothing speaks for the label.
    /// </summary>
    public ImmutableArray<EvidenceSpan> Explain(LinearModel model, in TurnText turn, int label, int spansMax)
    {
        Weigh(model, turn, label);
        var found = ImmutableArray.CreateBuilder<EvidenceSpan>();
        var isChinese = model.Header.Features.Channels.All(static c => c.Kind == ChannelKind.Characters);
        if (isChinese)
        {
            AddRuns(Characters(), found);
        }
        else
        {
            AddRuns(_reader.Tokens, found);
        }

        found.Sort(static (a, b) => b.Contribution.CompareTo(a.Contribution) is not 0 and var order
            ? order
            : a.Span.Start.CompareTo(b.Span.Start));
        return found.Count > spansMax ? [.. found.Take(spansMax)] : found.ToImmutable();
    }

    /// <summary>
    /// The sentence that scores highest for the label when it stands alone. Its own dense cues are those of the turn.
    /// </summary>
    public EvidenceSpan BestSentence(LinearModel model, in TurnText turn, int label)
    {
        var best = default(EvidenceSpan);
        Span<float> scores = stackalloc float[model.Labels];
        for (var at = 0; Sentences.Next(turn.Turn, at, out var sentence) && at < FoldedText.UnitsMax; at = sentence.End)
        {
            var alone = new TurnText(turn.Turn.Slice(sentence.Start, sentence.Length)) { Dense = turn.Dense };
            model.Extract(_extractor, alone, _vector);
            model.Score(_vector, scores);
            if (best.Span.Length == 0 || scores[label] > best.Contribution)
            {
                best = new EvidenceSpan(sentence, scores[label]);
            }
        }

        return best;
    }

    private void Weigh(LinearModel model, in TurnText turn, int label)
    {
        var spec = model.Header.Features;
        if (_byFeature.Length < spec.Features)
        {
            _byFeature = new float[spec.Features];
        }

        model.Extract(_extractor, turn, _vector);
        for (var i = 0; i < _vector.Count; i++)
        {
            _byFeature[_vector.Features[i]] = _vector.Values[i] * model.WeightOf(_vector.Features[i], label);
        }

        _reader.Take(turn, TextField.Turn);
        var length = _reader.Text.Length;
        if (_units.Length < length)
        {
            _units = new float[length];
        }

        _units.AsSpan(0, length).Clear();
        var offset = 0;
        foreach (var channel in spec.Channels)
        {
            if (channel.Field == TextField.Turn)
            {
                _counts.Reserve(channel.Buckets);
                _reader.Count(channel, _counts);
                var sink = new WeighingSink(_units, _byFeature.AsSpan(offset, channel.Buckets), _counts);
                _reader.Read(channel, ref sink);
                _counts.Clear();
            }

            offset += channel.Buckets;
        }

        foreach (var feature in _vector.Features)
        {
            _byFeature[feature] = 0;
        }
    }

    private Token[] Characters()
    {
        var units = _reader.Text.Units;
        var characters = new List<Token>(units.Length);
        for (var i = 0; i < units.Length;)
        {
            var length = char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]) ? 2 : 1;
            if (units[i] != ' ')
            {
                characters.Add(new Token(i, length));
            }

            i += length;
        }

        return [.. characters];
    }

    private void AddRuns(ReadOnlySpan<Token> tokens, ImmutableArray<EvidenceSpan>.Builder found)
    {
        for (var i = 0; i < tokens.Length;)
        {
            var sum = 0f;
            var end = i;
            while (end < tokens.Length && !IsPause(tokens[end]) && Sum(tokens[end]) is > 0 and var more)
            {
                sum += more;
                end++;
            }

            if (end > i)
            {
                var start = _reader.Text.OriginOf(tokens[i].Start);
                var last = _reader.Text.OriginOf(tokens[end - 1].End - 1) + 1;
                found.Add(new EvidenceSpan(new TextSpan(start, last - start), sum));
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>
    /// Full stops and commas part spans and belong to none: an agent reads words. "!" and "?" may speak.
    /// </summary>
    private bool IsPause(Token token) =>
        _reader.Text.Units[token.Start] is not ('!' or '?') and var unit && char.IsPunctuation(unit);

    private float Sum(Token token)
    {
        var sum = 0f;
        foreach (var unit in _units.AsSpan(token.Start, token.Length))
        {
            sum += unit;
        }

        return sum;
    }

    private readonly ref struct WeighingSink(Span<float> units, ReadOnlySpan<float> byBucket, BucketCounts counts) : INgramSink
    {
        private readonly Span<float> _units = units;
        private readonly ReadOnlySpan<float> _byBucket = byBucket;

        public void Meet(uint hash, int start, int end)
        {
            var bucket = (int)(hash & (uint)(_byBucket.Length - 1));
            var all = _byBucket[bucket];
            if (all == 0 || end <= start)
            {
                return;
            }

            var share = all / (counts[bucket] * (end - start));
            foreach (ref var unit in _units[start..end])
            {
                unit += share;
            }
        }
    }
}
