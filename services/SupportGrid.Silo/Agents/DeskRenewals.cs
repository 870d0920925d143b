using System.Collections.Immutable;

namespace SupportGrid.Silo.Agents;

/// <summary>When each open desk stream of one agent was renewed last.</summary>
internal sealed class DeskRenewals
{
    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);

    public bool IsEmpty => _last.Count == 0;

    /// <returns>False when the stream is not known.</returns>
    public bool Renew(string connection, DateTimeOffset now)
    {
        if (!_last.ContainsKey(connection))
        {
            return false;
        }

        _last[connection] = now;
        _heard.Add(connection);
        return true;
    }

    /// <summary>Knows exactly these streams from now on; those that are new count as just renewed.</summary>
    public void Keep(ImmutableArray<string> open, DateTimeOffset now)
    {
        foreach (var gone in _last.Keys.Except(open).ToArray())
        {
            _last.Remove(gone);
            _heard.Remove(gone);
        }

        foreach (var connection in open)
        {
            _last.TryAdd(connection, now);
        }
    }

    /// <summary>The first of the streams that was not renewed since this object began, or null.</summary>
    public string? FirstUnheard(ImmutableArray<string> open) => open.FirstOrDefault(stream => !_heard.Contains(stream));

    /// <summary>Streams whose last renewal is not after an instant, by id.</summary>
    public IReadOnlyList<string> SilentSince(DateTimeOffset instant) =>
        [.. _last.Where(r => r.Value <= instant).Select(r => r.Key).Order(StringComparer.Ordinal)];
}
