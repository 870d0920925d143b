using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>Statements over the outbox.</summary>
internal sealed class OutboxTable(Database database)
{
    private Statement Insertion => field ??= database.Prepare(
        "INSERT INTO outbox (position, reaction, kind, data) VALUES (?1, ?2, ?3, ?4)");

    private Statement Deletion => field ??= database.Prepare(
        "DELETE FROM outbox WHERE position = ?1 AND reaction = ?2");

    private Statement Count => field ??= database.Prepare("SELECT count(*) FROM outbox");

    private Statement Pending => field ??= database.Prepare("""
        SELECT o.position, e.tenant, e.stream, e.version, o.reaction, o.kind, o.data, e.at
        FROM outbox o JOIN events e ON e.position = o.position
        WHERE (o.position, o.reaction) > (?1, ?2)
        ORDER BY o.position, o.reaction LIMIT ?3
        """);

    private Statement KeysOfTenant => field ??= database.Prepare("""
        SELECT o.position, o.reaction FROM outbox o JOIN events e ON e.position = o.position
        WHERE e.tenant = ?1 ORDER BY o.position, o.reaction
        """);

    private Statement All => field ??= database.Prepare(
        "SELECT position, reaction, kind, data FROM outbox ORDER BY position, reaction");

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    public void Insert(ReactionKey key, string kind, ReadOnlyMemory<byte> data) => Insertion
        .Bind(1, key.Position).Bind(2, key.Index).Bind(3, kind).BindText(4, data.Span).Execute();

    public void Delete(ReactionKey key) => Deletion.Bind(1, key.Position).Bind(2, key.Index).Execute();

    public List<PendingReaction> Read(ReactionKey after, int limit) =>
        Pending.Bind(1, after.Position).Bind(2, after.Index).Bind(3, limit).ReadAll(row => new PendingReaction(
            row.Int64(0),
            row.Text(1),
            row.Text(2),
            row.Int64(3),
            row.Int32(4),
            row.Text(5),
            row.Bytes(6),
            new DateTimeOffset(row.Int64(7), TimeSpan.Zero)));

    /// <summary>Position of the first reaction of a tenant that is not among the completed ones, or null.</summary>
    public long? FirstPosition(string tenant, HashSet<ReactionKey> completed)
    {
        foreach (var key in KeysOfTenant.Bind(1, tenant).Read(row => new ReactionKey(row.Int64(0), row.Int32(1))))
        {
            if (!completed.Contains(key))
            {
                return key.Position;
            }
        }

        return null;
    }

    /// <summary>The whole outbox in order of key, read as it is asked for.</summary>
    public IEnumerable<ArchiveRecord.Reaction> Stream() => All.Read(row => new ArchiveRecord.Reaction(
        new ReactionKey(row.Int64(0), row.Int32(1)), row.Text(2), row.Bytes(3)));
}
