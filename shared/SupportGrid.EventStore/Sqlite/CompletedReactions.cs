namespace SupportGrid.EventStore.Sqlite;

/// <summary>Reactions that are done but still on disk: readers skip them, and the next commit deletes them.</summary>
internal sealed class CompletedReactions
{
    private readonly Lock _lock = new();
    private readonly HashSet<ReactionKey> _keys = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _keys.Count;
            }
        }
    }

    public void Add(IReadOnlyCollection<ReactionKey> keys)
    {
        lock (_lock)
        {
            _keys.UnionWith(keys);
        }
    }

    /// <summary>
    /// What is done but not deleted. A reader takes this before it reads: whatever is missing here has then been
    /// deleted already, or was completed after the read began.
    /// </summary>
    public HashSet<ReactionKey> Copy()
    {
        lock (_lock)
        {
            return [.. _keys];
        }
    }

    /// <summary>Forgets keys whose deletion is committed.</summary>
    public void Remove(HashSet<ReactionKey> deleted)
    {
        lock (_lock)
        {
            _keys.ExceptWith(deleted);
        }
    }
}
