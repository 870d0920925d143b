using SupportGrid.Contracts.Grains;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// Reads the states of many entities of a tenant for a snapshot, some at a time, and remembers which versions it has
/// shown until the stream has passed them.
/// </summary>
internal sealed class TenantSnapshot<TState>(
    TenantFold<TState> fold, Func<string, Task<Reading<TState>>> read, int readsMax)
    where TState : class
{
    private Dictionary<string, long>? _shown;

    /// <summary>The highest position that it shows something of.</summary>
    public long Position { get; private set; }

    /// <summary>Gives every state in the order of the streams.</summary>
    public async ValueTask ReadAsync(
        IEnumerable<string> streams, Func<Reading<TState>, ValueTask> show, CancellationToken cancellationToken)
    {
        _shown = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in streams.Chunk(readsMax))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var readings = await Task.WhenAll(part.Select(ReadOneAsync));
            for (var i = 0; i < part.Length; i++)
            {
                _shown[part[i]] = readings[i].Version;
                Position = Math.Max(Position, readings[i].Position);
                await show(readings[i]);
            }
        }
    }

    /// <summary>Whether the snapshot has shown this version already.</summary>
    public bool HasShown(string stream, long version, long position)
    {
        if (_shown is null)
        {
            return false;
        }

        if (position > Position)
        {
            _shown = null;
            return false;
        }

        return _shown.TryGetValue(stream, out var shown) && version <= shown;
    }

    private async Task<Reading<TState>> ReadOneAsync(string stream)
    {
        if (fold.Find(stream) is { } known)
        {
            return known;
        }

        var reading = await read(stream);
        fold.Seed(stream, reading);
        return reading;
    }
}
