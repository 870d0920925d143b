namespace SupportGrid.Domain.Routing;

/// <summary>
/// Versions at which interactions left the line, so that a message that was overtaken does not put one back. Bounded:
/// the oldest are forgotten first.
/// </summary>
internal sealed class RemovedVersions
{
    private readonly Dictionary<string, Removal> _removals = new(StringComparer.Ordinal);
    private readonly Queue<(string Interaction, long Number)> _oldestFirst = new();
    private long _number;

    public bool IsStale(string interaction, long version) =>
        _removals.TryGetValue(interaction, out var removal) && version <= removal.Version;

    public void Remember(string interaction, long version)
    {
        var newest = _removals.TryGetValue(interaction, out var known) ? Math.Max(known.Version, version) : version;
        _removals[interaction] = new(newest, ++_number);
        _oldestFirst.Enqueue((interaction, _number));
        while (_oldestFirst.Count > MatcherLimits.RemovedRememberedMax)
        {
            var (oldest, number) = _oldestFirst.Dequeue();
            if (_removals.TryGetValue(oldest, out var removal) && removal.Number == number)
            {
                _removals.Remove(oldest);
            }
        }
    }

    /// <summary>It waits again, so its own version guards it.</summary>
    public void Forget(string interaction) => _removals.Remove(interaction);

    private readonly record struct Removal(long Version, long Number);
}
