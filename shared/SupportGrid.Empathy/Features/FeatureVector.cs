namespace SupportGrid.Empathy.Features;

/// <summary>
/// One sparse vector that is filled again and again: features in the order in which they were first seen.
/// </summary>
public sealed class FeatureVector
{
    private int[] _features = new int[512];
    private float[] _values = new float[512];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Features => _features.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    internal Span<float> Changeable => _values.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    internal void Add(int feature, float value)
    {
        if (Count == _features.Length)
        {
            Array.Resize(ref _features, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _features[Count] = feature;
        _values[Count++] = value;
    }
}
