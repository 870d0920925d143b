using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// The folded streams that one watch has looked at last; older ones are forgotten and read again if needed.
/// </summary>
internal sealed class StreamFolds<TState>(
    FoldRule<TState> rule, LiveServices services, string tenant, FoldCheckpoints<TState>? checkpoints = null)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();

    public int Count => _entries.Count;

    /// <summary>The fold of a stream, at its beginning if it is new here.</summary>
    public StreamFold<TState> Of(string stream)
    {
        if (_entries.TryGetValue(stream, out var known))
        {
            _byUse.Remove(known);
            _byUse.AddLast(known);
            return known.Value.Fold;
        }

        if (_entries.Count >= services.Options.FoldedStreamsMax)
        {
            Forget(_byUse.First!.Value.Stream);
        }

        var fold = new StreamFold<TState>(rule, services, tenant, stream, checkpoints);
        _entries.Add(stream, _byUse.AddLast(new Entry(stream, fold)));
        return fold;
    }

    /// <summary>The fold right after an event of the log.</summary>
    public async ValueTask<StreamFold<TState>> AfterAsync(LiveEvent item, CancellationToken cancellationToken)
    {
        var fold = Of(item.Stream);
        await fold.ApplyAsync(item, cancellationToken);
        return fold;
    }

    public void Forget(string stream)
    {
        if (_entries.Remove(stream, out var known))
        {
            _byUse.Remove(known);
        }
    }

    private sealed record Entry(string Stream, StreamFold<TState> Fold);
}
