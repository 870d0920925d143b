namespace SupportGrid.Empathy.Features;

/// <summary>How often each bucket was met in one text. Cleared by what was met, not by its size.</summary>
internal sealed class BucketCounts
{
    private ushort[] _counts = [];
    private int[] _met = new int[512];

    public int Met { get; private set; }

    public ReadOnlySpan<int> MetBuckets => _met.AsSpan(0, Met);

    public void Reserve(int buckets)
    {
        if (_counts.Length < buckets)
        {
            Array.Resize(ref _counts, buckets);
        }
    }

    public int this[int bucket] => _counts[bucket];

    public void Count(int bucket)
    {
        ref var count = ref _counts[bucket];
        if (count == 0)
        {
            if (Met == _met.Length)
            {
                Array.Resize(ref _met, Met * 2);
            }

            _met[Met++] = bucket;
        }

        if (count < ushort.MaxValue)
        {
            count++;
        }
    }

    public void Clear()
    {
        foreach (var bucket in MetBuckets)
        {
            _counts[bucket] = 0;
        }

        Met = 0;
    }
}
