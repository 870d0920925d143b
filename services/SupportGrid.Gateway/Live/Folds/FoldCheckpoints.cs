using SupportGrid.Contracts.Grains;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// Folded states of long streams at some of their versions, so that a resume need not begin at the first event. What is
/// not here any more costs reading, never correctness. Thread-safe.
/// </summary>
internal sealed class FoldCheckpoints<TState>(int streamsMax)
{
    /// <summary>Versions between two checkpoints of a stream.</summary>
    public const int Spacing = 32;

    private const int PerStreamMax = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Tenant, string Stream), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public int StreamsKept
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The newest state of a stream that is not newer than a position; null if none is kept.</summary>
    public Reading<TState>? Find(string tenant, string stream, long position)
    {
        lock (_gate)
        {
            return _entries.TryGetValue((tenant, stream), out var known)
                ? known.Value.Readings.Where(r => r.Position <= position).MaxBy(static r => r.Version)
                : null;
        }
    }

    /// <summary>Keeps a state in place of the oldest, unless there is one close by.</summary>
    public void Offer(string tenant, string stream, Reading<TState> reading)
    {
        lock (_gate)
        {
            var readings = Used((tenant, stream)).Readings;
            if (readings.Any(r => Math.Abs(r.Version - reading.Version) < Spacing))
            {
                return;
            }

            if (readings.Count == PerStreamMax)
            {
                var oldest = readings.MinBy(static r => r.Version)!;
                if (reading.Version < oldest.Version)
                {
                    return;
                }

                readings.Remove(oldest);
            }

            readings.Add(reading);
        }
    }

    private Entry Used((string Tenant, string Stream) key)
    {
        if (_entries.TryGetValue(key, out var known))
        {
            _byUse.Remove(known);
            _byUse.AddLast(known);
            return known.Value;
        }

        if (_entries.Count >= streamsMax)
        {
            _entries.Remove(_byUse.First!.Value.Key);
            _byUse.RemoveFirst();
        }

        return (_entries[key] = _byUse.AddLast(new Entry(key, []))).Value;
    }

    private sealed record Entry((string Tenant, string Stream) Key, List<Reading<TState>> Readings);
}
