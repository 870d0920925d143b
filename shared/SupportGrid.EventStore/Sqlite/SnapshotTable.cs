using System.Globalization;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Statements over the snapshots. Every write, of whichever value, takes a number that was never used before as its
/// tag, so that a tag from before a removal does not fit a value written after it.
/// </summary>
internal sealed class SnapshotTable(Database database)
{
    private Statement Value => field ??= database.Prepare(
        "SELECT etag, data FROM snapshots WHERE name = ?1 AND key = ?2");

    private Statement Tag => field ??= database.Prepare("SELECT etag FROM snapshots WHERE name = ?1 AND key = ?2");

    private Statement Replacement => field ??= database.Prepare(
        "INSERT OR REPLACE INTO snapshots (etag, name, key, data) VALUES (?1, ?2, ?3, ?4) RETURNING etag");

    private Statement Deletion => field ??= database.Prepare("DELETE FROM snapshots WHERE name = ?1 AND key = ?2");

    private Statement All => field ??= database.Prepare(
        "SELECT name, key, etag, data FROM snapshots ORDER BY name, key");

    private Statement Count => field ??= database.Prepare("SELECT count(*) FROM snapshots");

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    /// <summary>All values in order of name and key, read as they are asked for.</summary>
    public IEnumerable<ArchiveRecord.Snapshot> Stream() => All.Read(row => new ArchiveRecord.Snapshot(
        row.Text(0), row.Text(1), Text(row.Int64(2)), row.Bytes(3)));

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

        return new SnapshotWriteResult.Written(Insert(null, name, key, data));
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
    /// <exception cref="FormatException">The given tag is none of ours.</exception>
    public string Insert(string? etag, string name, string key, ReadOnlyMemory<byte> data)
    {
        long? tag = etag is null ? null : long.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture);
        var written = Replacement.Bind(1, tag).Bind(2, name).Bind(3, key).BindBlob(4, data.Span).ExecuteInt64();
        return Text(written ?? throw new InvalidOperationException("A snapshot was written without a tag."));
    }

    private static SnapshotWriteResult.Conflict ConflictWith(long? actual) => new(actual is { } tag ? Text(tag) : null);

    private static string Text(long etag) => etag.ToString(CultureInfo.InvariantCulture);

    private long? TagOf(string name, string key) => Tag.Bind(1, name).Bind(2, key).ExecuteInt64();
}
