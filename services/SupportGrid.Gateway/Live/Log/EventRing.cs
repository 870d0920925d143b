namespace SupportGrid.Gateway.Live.Log;

/// <summary>
/// A queue of references to shared events, bounded; it grows only as far as it is used. Not thread-safe.
/// </summary>
internal sealed class EventRing(int max)
{
    private LiveEvent?[] _items = new LiveEvent?[Math.Min(max, 8)];
    private int _first;

    public int Count { get; private set; }

    public bool TryAdd(LiveEvent item)
    {
        if (Count == _items.Length && !TryGrow())
        {
            return false;
        }

        _items[(_first + Count) % _items.Length] = item;
        Count++;
        return true;
    }

    public bool TryTake(out LiveEvent? item)
    {
        if (Count == 0)
        {
            item = null;
            return false;
        }

        item = _items[_first];
        _items[_first] = null;
        _first = (_first + 1) % _items.Length;
        Count--;
        return true;
    }

    /// <summary>Empties it and gives its memory back.</summary>
    public void Clear()
    {
        _items = new LiveEvent?[Math.Min(max, 8)];
        _first = 0;
        Count = 0;
    }

    private bool TryGrow()
    {
        if (_items.Length >= max)
        {
            return false;
        }

        var grown = new LiveEvent?[Math.Min(max, _items.Length * 2)];
        for (var i = 0; i < Count; i++)
        {
            grown[i] = _items[(_first + i) % _items.Length];
        }

        _items = grown;
        _first = 0;
        return true;
    }
}
