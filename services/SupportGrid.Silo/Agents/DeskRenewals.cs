using System.Collections.Immutable;

namespace SupportGrid.Silo.Agents;

/// <summary>When each open desk stream of one agent was renewed last.</summary>
internal sealed class DeskRenewals
{
    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    public bool IsEmpty => _last.Count == 0;

    /// <returns>False when the stream is not known.</returns>
    public bool Renew(string connection, DateTimeOffset now)
    {
        if (!_last.ContainsKey(connection))
        {
            return false;
        }

        _last[connection] = now;
        return true;
    }

    /// <summary>Knows exactly these streams from now on; those that are new count as just renewed.</summary>
    public void Keep(ImmutableArray<string> open, DateTimeOffset now)
    {
        foreach (var gone in _last.Keys.Except(open).ToArray())
        {
            _last.Remove(gone);
        }

        foreach (var connection in open)
        {
            _last.TryAdd(connection, now);
        }
    }

    /// <summary>Streams whose last renewal is not after an instant, by id.</summary>
    public IReadOnlyList<string> SilentSince(DateTimeOffset instant) =>
        [.. _last.Where(r => r.Value <= instant).Select(r => r.Key).Order(StringComparer.Ordinal)];
}
