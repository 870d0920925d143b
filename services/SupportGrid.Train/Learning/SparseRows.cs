using System.Collections.Immutable;
using SupportGrid.Empathy.Features;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Learning;

/// <summary>The vectors of many examples, one after the other.</summary>
internal sealed class SparseRows
{
    private readonly List<int> _starts = [0];
    private int[] _features = new int[1 << 16];
    private float[] _values = new float[1 << 16];

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<int> Features(int row) => _features.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public static SparseRows Of(FeatureSpec spec, byte[] rarity, ImmutableArray<Example> examples)
    {
        var rows = new SparseRows();
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        foreach (var example in examples)
        {
            extractor.Extract(spec, rarity, TextOf(example), vector);
            rows.Add(vector);
        }

        return rows;
    }

    /// <summary>How rare each bucket is among the examples, in the steps of the model file.</summary>
    public static byte[] RarityOf(FeatureSpec spec, ImmutableArray<Example> examples)
    {
        var met = new int[spec.Buckets];
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        foreach (var example in examples)
        {
            extractor.Extract(spec, [], TextOf(example), vector);
            foreach (var feature in vector.Features)
            {
                if (feature < met.Length)
                {
                    met[feature]++;
                }
            }
        }

        return
        [
            .. met.Select(df => (byte)Math.Min(
                255, Math.Round((Exact.Log((1.0 + examples.Length) / (1 + df)) + 1) * FeatureExtractor.RaritySteps))),
        ];
    }

    public static TurnText TextOf(Example example) => new(example.Text)
    {
        PreviousOther = example.PreviousOther,
        PreviousOwn = example.PreviousOwn,
        OneBefore = example.OneBefore,
        Dense = example.Dense,
    };

    private void Add(FeatureVector vector)
    {
        var start = _starts[^1];
        var end = start + vector.Count;
        if (end > _features.Length)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)end);
            Array.Resize(ref _features, size);
            Array.Resize(ref _values, size);
        }

        vector.Features.CopyTo(_features.AsSpan(start));
        vector.Values.CopyTo(_values.AsSpan(start));
        _starts.Add(end);
    }
}
