namespace SupportGrid.Gateway.Live.Log;

/// <summary>Who wants what of one tenant. Guarded by the hub's gate.</summary>
internal sealed class TenantRoutes
{
    private readonly Dictionary<string, List<LogTail>> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LogTail>> _audiences = new(StringComparer.Ordinal);
    private readonly List<LogTail> _all = [];
    private readonly List<ITenantFold> _folds = [];

    public bool IsEmpty => _streams.Count == 0 && _audiences.Count == 0 && _all.Count == 0 && _folds.Count == 0;

    public void Add(LogTail tail)
    {
        var interest = tail.Interest;
        if (interest.WantsAll)
        {
            _all.Add(tail);
            return;
        }

        Add(_streams, interest.Stream, tail);
        Add(_audiences, interest.Audience, tail);
    }

    public void Remove(LogTail tail)
    {
        _all.Remove(tail);
        Remove(_streams, tail.Interest.Stream, tail);
        Remove(_audiences, tail.Interest.Audience, tail);
    }

    public void Add(ITenantFold fold) => _folds.Add(fold);

    public void Remove(ITenantFold fold) => _folds.Remove(fold);

    /// <summary>Hands an event to everybody who wants it; what nobody wants costs two look-ups.</summary>
    public int Route(LiveEvent item)
    {
        // Folds first: streams find the state on the event.
        foreach (var fold in _folds)
        {
            fold.Apply(item);
        }

        var routed = Offer(_all, item);
        routed += _streams.TryGetValue(item.Stream, out var byStream) ? Offer(byStream, item) : 0;
        routed += item.Recorded.Audience is { } audience && _audiences.TryGetValue(audience, out var byAudience)
            ? Offer(byAudience, item)
            : 0;
        return routed;
    }

    private static int Offer(List<LogTail> tails, LiveEvent item)
    {
        foreach (var tail in tails)
        {
            tail.Offer(item);
        }

        return tails.Count;
    }

    private static void Add(Dictionary<string, List<LogTail>> index, string? key, LogTail tail)
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out var tails))
        {
            index.Add(key, tails = []);
        }

        tails.Add(tail);
    }

    private static void Remove(Dictionary<string, List<LogTail>> index, string? key, LogTail tail)
    {
        if (key is not null && index.TryGetValue(key, out var tails) && tails.Remove(tail) && tails.Count == 0)
        {
            index.Remove(key);
        }
    }
}
