using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Features;

/// <summary>
/// Makes vectors of turns: counts n-grams by channel, damps them (1 + ln count), weighs them by rarity and brings each
/// channel to length 1. The trainer and the scorer share it, so what was learnt is what is scored. Holds buffers that
/// grow to the longest text and stay; one for each thread.
/// </summary>
public sealed class FeatureExtractor
{
    /// <summary>Rarity is stored in a byte: this many steps make one.</summary>
    public const float RaritySteps = 20f;

    private static readonly float[] Damped = [.. Enumerable.Range(0, 256).Select(static n => n == 0 ? 0f : 1f + (float)Math.Log(n))];

    private readonly BucketCounts _counts = new();
    private readonly NgramReader _reader = new();

    /// <summary>Whether a text of the last turn was longer than what is read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Fills the vector.</summary>
    /// <param name="rarity">A byte for each bucket, or empty while the trainer counts them: then all weigh the
    /// same.</param>
    public void Extract(FeatureSpec spec, ReadOnlySpan<byte> rarity, in TurnText turn, FeatureVector vector)
    {
        vector.Clear();
        IsCut = false;
        var offset = 0;
        TextField? read = null;
        foreach (var channel in spec.Channels)
        {
            if (read != channel.Field)
            {
                read = channel.Field;
                _reader.Take(turn, channel.Field);
                IsCut |= _reader.IsCut;
            }

            AddChannel(channel, offset, rarity.IsEmpty ? rarity : rarity.Slice(offset, channel.Buckets), vector);
            offset += channel.Buckets;
        }

        for (var i = 0; i < spec.DenseCues.Length; i++)
        {
            if (i < turn.Dense.Length && turn.Dense[i] != 0)
            {
                vector.Add(offset + i, turn.Dense[i]);
            }
        }
    }

    private void AddChannel(FeatureChannel channel, int offset, ReadOnlySpan<byte> rarity, FeatureVector vector)
    {
        _counts.Reserve(channel.Buckets);
        _reader.Count(channel, _counts);
        var first = vector.Count;
        var squares = 0f;
        foreach (var bucket in _counts.MetBuckets)
        {
            var value = Damped[Math.Min(_counts[bucket], Damped.Length - 1)];
            value *= rarity.IsEmpty ? 1f : rarity[bucket] / RaritySteps;
            squares += value * value;
            vector.Add(offset + bucket, value);
        }

        _counts.Clear();
        if (squares > 0)
        {
            var scale = 1f / MathF.Sqrt(squares);
            foreach (ref var value in vector.Changeable[first..])
            {
                value *= scale;
            }
        }
    }
}
