using System.Collections.Concurrent;

namespace SupportGrid.Gateway;

/// <summary>
/// Remembers what was used lately, in bounded memory and without a clock. Two generations: when the young one is full
/// it becomes the old one, and what is used of the old one is taken over. Thread-safe; a read takes a lock only when
/// what it takes over fills the young one.
/// </summary>
/// <param name="entriesMax">Entries at most, both generations together.</param>
public sealed class BoundedCache<TKey, TValue>(int entriesMax)
    where TKey : notnull
    where TValue : class
{
    private readonly int _generationMax = Math.Max(1, entriesMax / 2);
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private int _added;

    /// <summary>Entries in memory now.</summary>
    public int Count => _young.Count + _old.Count;

    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var value))
        {
            return value;
        }

        if (_old.TryGetValue(key, out value))
        {
            Keep(key, value);
            return value;
        }

        return null;
    }

    public void Keep(TKey key, TValue value)
    {
        if (!_young.TryAdd(key, value))
        {
            _young[key] = value;
        }
        else if (Interlocked.Increment(ref _added) >= _generationMax)
        {
            Turn();
        }
    }

    public void Forget(TKey key)
    {
        _young.TryRemove(key, out _);
        _old.TryRemove(key, out _);
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (Volatile.Read(ref _added) < _generationMax)
            {
                return;
            }

            _old = _young;
            _young = new ConcurrentDictionary<TKey, TValue>();
            Volatile.Write(ref _added, 0);
        }
    }
}
