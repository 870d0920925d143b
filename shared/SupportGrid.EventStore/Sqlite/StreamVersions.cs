namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Versions of recently written streams. When it is full it forgets everything: a look-up costs little, and a record
/// of who was used last would cost more on every append.
/// </summary>
internal sealed class StreamVersions(int streamsMax)
{
    private readonly Dictionary<(string Tenant, string Stream), long> _versions = [];

    public long? Find(string tenant, string stream) =>
        _versions.TryGetValue((tenant, stream), out var version) ? version : null;

    public void Set(string tenant, string stream, long version)
    {
        if (_versions.Count >= streamsMax)
        {
            _versions.Clear();
        }

        _versions[(tenant, stream)] = version;
    }

    public void Clear() => _versions.Clear();
}
