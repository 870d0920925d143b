using System.Globalization;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Statements over the snapshots. Every write, of whichever value, takes a number that was never used before as its
/// tag, so that a tag from before a removal does not fit a value written after it.
/// </summary>
internal sealed class SnapshotTable(Database database)
{
    private Statement Value => field ??= database.Prepare("SELECT etag, data FROM snapshots WHERE name = ?1 AND key = ?2");

    private Statement Tag => field ??= database.Prepare("SELECT etag FROM snapshots WHERE name = ?1 AND key = ?2");

    private Statement Replacement => field ??= database.Prepare(
        "INSERT OR REPLACE INTO snapshots (etag, name, key, data) VALUES (?1, ?2, ?3, ?4) RETURNING etag");

    private Statement Deletion => field ??= database.Prepare("DELETE FROM snapshots WHERE name = ?1 AND key = ?2");

    public StoredSnapshot? Read(string name, string key)
    {
        var statement = Value.Bind(1, name).Bind(2, key);
        var found = statement.Step() ? new StoredSnapshot(statement.Bytes(1), Text(statement.Int64(0))) : null;
        statement.Reset();
        return found;
    }

    public SnapshotWriteResult Write(string name, string key, ReadOnlyMemory<byte> data, string? etag)
    {
        var actual = TagOf(name, key);
        if (etag != (actual is { } stored ? Text(stored) : null))
        {
            return ConflictWith(actual);
        }

        return new SnapshotWriteResult.Written(Text(Insert(null, name, key, data)));
    }

    public SnapshotWriteResult.Conflict? Clear(string name, string key, string? etag)
    {
        var actual = TagOf(name, key);
        if (actual is not { } stored)
        {
            return null;
        }

        if (etag != Text(stored))
        {
            return ConflictWith(actual);
        }

        Deletion.Bind(1, name).Bind(2, key).Execute();
        return null;
    }

    /// <summary>Writes a value under a given tag, or under the next one, and returns the tag.</summary>
    public long Insert(long? etag, string name, string key, ReadOnlyMemory<byte> data) =>
        Replacement.Bind(1, etag).Bind(2, name).Bind(3, key).BindBlob(4, data.Span).ExecuteInt64()
        ?? throw new InvalidOperationException("The engine returned no tag for a written snapshot.");

    private static SnapshotWriteResult.Conflict ConflictWith(long? actual) => new(actual is { } tag ? Text(tag) : null);

    private static string Text(long etag) => etag.ToString(CultureInfo.InvariantCulture);

    private long? TagOf(string name, string key) => Tag.Bind(1, name).Bind(2, key).ExecuteInt64();
}
