using System.Collections.Concurrent;

namespace SupportGrid.Silo.Empathy;

/// <summary>
/// How fast each queue's agents usually reply, as this process has seen it since its start: a help to say that one
/// reply was slow, not a figure to report. Old replies fade. Safe for concurrent use.
/// </summary>
public sealed class ReplyLatencies
{
    /// <summary>Queues that are remembered; those beyond are not known.</summary>
    public const int QueuesMax = 10_000;

    /// <summary>Replies of a queue before anything is said about it.</summary>
    public const int RepliesMin = 50;

    private readonly ConcurrentDictionary<(string Tenant, string Queue), LatencyHistogram> _queues = new();

    public void Note(string tenant, string queue, TimeSpan latency)
    {
        if (!_queues.TryGetValue((tenant, queue), out var histogram))
        {
            if (_queues.Count >= QueuesMax)
            {
                return;
            }

            histogram = _queues.GetOrAdd((tenant, queue), static _ => new LatencyHistogram());
        }

        histogram.Note(latency);
    }

    /// <summary>The share of the queue's replies that took less long, 0 to 1; 0 while too few are known.</summary>
    public double ShareFaster(string tenant, string queue, TimeSpan latency) =>
        _queues.TryGetValue((tenant, queue), out var histogram) ? histogram.ShareBelow(latency) : 0;

    /// <summary>Counts in buckets that grow by a quarter each, from one second to a day.</summary>
    private sealed class LatencyHistogram
    {
        private const int Buckets = 52;
        private const int FadeAt = 2_000;
        private static readonly double Step = Math.Log(1.25);

        private readonly Lock _lock = new();
        private readonly int[] _counts = new int[Buckets];
        private int _sum;

        public void Note(TimeSpan latency)
        {
            lock (_lock)
            {
                _counts[BucketOf(latency)]++;
                _sum++;
                if (_sum >= FadeAt)
                {
                    Fade();
                }
            }
        }

        public double ShareBelow(TimeSpan latency)
        {
            lock (_lock)
            {
                if (_sum < RepliesMin)
                {
                    return 0;
                }

                var below = 0;
                for (var i = 0; i < BucketOf(latency); i++)
                {
                    below += _counts[i];
                }

                return below / (double)_sum;
            }
        }

        private static int BucketOf(TimeSpan latency) => latency.TotalSeconds <= 1
            ? 0
            : Math.Min(Buckets - 1, (int)(Math.Log(latency.TotalSeconds) / Step));

        private void Fade()
        {
            _sum = 0;
            for (var i = 0; i < Buckets; i++)
            {
                _counts[i] /= 2;
                _sum += _counts[i];
            }
        }
    }
}
