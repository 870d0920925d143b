using System.Collections.Concurrent;

namespace SupportGrid.Gateway.Edge;

/// <summary>A bucket of calls for each key, filled steadily up to its brim. Thread-safe.</summary>
internal sealed class CallBuckets<TKey>(double perSecond, int burst, TimeProvider time)
    where TKey : notnull
{
    /// <summary>What adding fractions of calls may lose.</summary>
    private const double Rounding = 1e-9;

    private const int SweepEvery = 1_024;

    private readonly ConcurrentDictionary<TKey, Bucket> _buckets = new();
    private int _made;

    /// <summary>Takes one call.</summary>
    /// <returns>Null when there was one; else the time until there is.</returns>
    public TimeSpan? Take(TKey key)
    {
        var now = time.GetTimestamp();
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            bucket = _buckets.GetOrAdd(key, new Bucket(burst, now));
            if (Interlocked.Increment(ref _made) % SweepEvery == 0)
            {
                ForgetFull(now);
            }
        }

        lock (bucket)
        {
            Fill(bucket, now);
            if (bucket.Calls >= 1 - Rounding)
            {
                bucket.Calls--;
                return null;
            }

            return TimeSpan.FromSeconds((1 - bucket.Calls) / perSecond);
        }
    }

    /// <summary>A full bucket is as good as none: whoever comes back gets a new one.</summary>
    private void ForgetFull(long now)
    {
        foreach (var (key, bucket) in _buckets)
        {
            lock (bucket)
            {
                Fill(bucket, now);
                if (bucket.Calls >= burst)
                {
                    _buckets.TryRemove(key, out _);
                }
            }
        }
    }

    private void Fill(Bucket bucket, long now)
    {
        var passed = time.GetElapsedTime(bucket.Seen, now).TotalSeconds;
        if (passed > 0)
        {
            bucket.Calls = Math.Min(burst, bucket.Calls + (passed * perSecond));
            bucket.Seen = now;
        }
    }

    private sealed class Bucket(double calls, long seen)
    {
        public double Calls { get; set; } = calls;

        public long Seen { get; set; } = seen;
    }
}
