using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SupportGrid.Empathy.Features;

namespace SupportGrid.Empathy.Models;

/// <summary>
/// Weights of a byte each for every feature and label. Immutable; many threads may score with one model, each with an
/// extractor and a vector of its own.
/// </summary>
public sealed class LinearModel
{
    private const int Lane = 8;

    private readonly byte[] _rarity;
    private readonly sbyte[] _weights;

    /// <summary>The weights with the labels of a feature padded to whole lanes.</summary>
    private readonly sbyte[] _lanes;
    private readonly int _stride;

    public LinearModel(ModelHeader header, byte[] rarity, sbyte[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rarity.Length, header.Features.Buckets);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, header.Features.Features * header.Labels.Length);
        Header = header;
        _rarity = rarity;
        _weights = weights;
        _stride = (header.Labels.Length + Lane - 1) / Lane * Lane;
        _lanes = Pad(weights, header.Labels.Length, _stride);
    }

    public ModelHeader Header { get; }

    public ReadOnlySpan<byte> Rarity => _rarity;

    /// <summary>Feature by feature, the labels of a feature side by side.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    public int Labels => Header.Labels.Length;

    /// <summary>The weight of a feature for a label.</summary>
    public float WeightOf(int feature, int label) => _weights[(feature * Labels) + label] * Header.Labels[label].Scale;

    /// <summary>Fills the vector with the features of a turn, as this model counts and weighs them.</summary>
    public void Extract(FeatureExtractor extractor, in TurnText turn, FeatureVector vector) =>
        extractor.Extract(Header.Features, _rarity, turn, vector);

    /// <summary>The scores of all labels: logarithms of odds before calibration.</summary>
    /// <param name="scores">As long as there are labels.</param>
    public void Score(FeatureVector vector, Span<float> scores)
    {
        Span<float> sums = stackalloc float[ModelHeader.LabelsMax];
        sums = sums[.._stride];
        sums.Clear();
        var features = vector.Features;
        var values = vector.Values;
        ref var lanes = ref MemoryMarshal.GetArrayDataReference(_lanes);
        var lane = 0;
        for (; lane + Lane < _stride; lane += 2 * Lane)
        {
            var (left, right) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = 0; i < features.Length; i++)
            {
                ref var row = ref Unsafe.Add(ref lanes, (features[i] * _stride) + lane);
                left += Widen(ref row) * values[i];
                right += Widen(ref Unsafe.Add(ref row, Lane)) * values[i];
            }

            left.CopyTo(sums[lane..]);
            right.CopyTo(sums[(lane + Lane)..]);
        }

        for (; lane < _stride; lane += Lane)
        {
            var sum = Vector256<float>.Zero;
            for (var i = 0; i < features.Length; i++)
            {
                sum += Widen(ref Unsafe.Add(ref lanes, (features[i] * _stride) + lane)) * values[i];
            }

            sum.CopyTo(sums[lane..]);
        }

        for (var label = 0; label < Labels; label++)
        {
            scores[label] = (sums[label] * Header.Labels[label].Scale) + Header.Labels[label].Intercept;
        }
    }

    /// <summary>
    /// Turns scores into probabilities, in place. With one label only out of several they add up to 1.
    /// </summary>
    public void Calibrate(Span<float> scores)
    {
        var sum = 0f;
        for (var label = 0; label < Labels; label++)
        {
            var of = Header.Labels[label];
            scores[label] = 1f / (1f + MathF.Exp(-((of.CalibrationSlope * scores[label]) + of.CalibrationOffset)));
            sum += scores[label];
        }

        if (Header.Decision == DecisionKind.OneLabel && sum > 0)
        {
            foreach (ref var p in scores[..Labels])
            {
                p /= sum;
            }
        }
    }

    /// <summary>Whether the label holds at these scores (not probabilities).</summary>
    public bool Holds(ReadOnlySpan<float> scores, int label) =>
        Header.Decision == DecisionKind.EachLabel
            ? scores[label] >= Header.Labels[label].Threshold
            : label == Best(scores);

    /// <summary>The label that is furthest above its threshold; the first of equals.</summary>
    public int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var label = 1; label < Labels; label++)
        {
            if (scores[label] - Header.Labels[label].Threshold > scores[best] - Header.Labels[best].Threshold)
            {
                best = label;
            }
        }

        return best;
    }

    /// <summary>Eight weights as numbers. By way of 128 bits, which every processor has.</summary>
    private static Vector256<float> Widen(ref sbyte weights)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref weights))).AsSByte();
        var words = Vector128.WidenLower(bytes);
        return Vector256.Create(
            Vector128.ConvertToSingle(Vector128.WidenLower(words)), Vector128.ConvertToSingle(Vector128.WidenUpper(words)));
    }

    private static sbyte[] Pad(sbyte[] weights, int labels, int stride)
    {
        if (labels == stride)
        {
            return weights;
        }

        var features = weights.Length / labels;
        var lanes = new sbyte[features * stride];
        for (var feature = 0; feature < features; feature++)
        {
            weights.AsSpan(feature * labels, labels).CopyTo(lanes.AsSpan(feature * stride));
        }

        return lanes;
    }
}
