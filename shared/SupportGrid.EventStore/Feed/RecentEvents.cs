namespace SupportGrid.EventStore.Feed;

/// <summary>
/// The last events of the log, kept once for all live readers: a ring that one writer fills and any number of readers
/// copy from without a lock.
/// </summary>
/// <remarks>
/// An event lies in the slot its position names. A reader that finds another event (or none) in a slot knows that the
/// writer has lapped it and goes to the disk. The writer stores events before it moves the head, and readers look at
/// the head first, so an empty slot at or below the head always means "no longer", never "not yet".
/// </remarks>
internal sealed class RecentEvents
{
    private readonly RecordedEvent?[] _slots;
    private readonly long _mask;
    private readonly long _bytesMax;
    private long _oldest = 1;
    private long _head;
    private long _bytes;

    public RecentEvents(int eventsMax, int bytesMax)
    {
        _slots = new RecordedEvent?[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(eventsMax, 1))];
        _mask = _slots.Length - 1;
        _bytesMax = bytesMax;
    }

    /// <summary>The last position that readers may see.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>Starts anew at a position whose predecessors can be read from disk only. For the writer.</summary>
    public void Restart(long head)
    {
        Array.Clear(_slots);
        _oldest = head + 1;
        _bytes = 0;
        Volatile.Write(ref _head, head);
    }

    /// <summary>
    /// Adds committed events that follow the head without a gap, and shows them to readers. For the writer.
    /// </summary>
    public void Publish(IReadOnlyList<RecordedEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            Add(events[i]);
        }

        Volatile.Write(ref _head, events[^1].Position);
    }

    /// <summary>
    /// Copies the events after a position that <paramref name="filter"/> lets pass, in order.
    /// </summary>
    /// <param name="after">Where to start.</param>
    /// <param name="upTo">Where to end; not beyond the head.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="filter">Which events to copy; all if null.</param>
    /// <returns>Null if some of them are no longer here.</returns>
    public List<RecordedEvent>? Copy(long after, long upTo, int limit, Func<RecordedEvent, bool>? filter)
    {
        var copied = new List<RecordedEvent>((int)Math.Clamp(upTo - after, 0, filter is null ? limit : 0));
        for (var position = after + 1; position <= upTo && copied.Count < limit; position++)
        {
            var candidate = Volatile.Read(ref _slots[position & _mask]);
            if (candidate is null || candidate.Position != position)
            {
                return null;
            }

            if (filter is null || filter(candidate))
            {
                copied.Add(candidate);
            }
        }

        return copied;
    }

    private void Add(RecordedEvent added)
    {
        if (added.Position - _oldest >= _slots.Length)
        {
            DropOldest();
        }

        Volatile.Write(ref _slots[added.Position & _mask], added);
        _bytes += added.Data.Length;
        while (_bytes > _bytesMax && _oldest < added.Position)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        ref var slot = ref _slots[_oldest & _mask];
        _bytes -= slot!.Data.Length;
        Volatile.Write(ref slot, null);
        _oldest++;
    }
}
