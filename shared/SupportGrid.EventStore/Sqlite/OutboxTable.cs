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

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    public void Insert(ReactionKey key, string kind, ReadOnlyMemory<byte> data) => Insertion
        .Bind(1, key.Position).Bind(2, key.Index).Bind(3, kind).BindText(4, data.Span).Execute();

    public void Delete(ReactionKey key) => Deletion.Bind(1, key.Position).Bind(2, key.Index).Execute();

    public List<PendingReaction> Read(ReactionKey after, int limit)
    {
        var pending = new List<PendingReaction>();
        var statement = Pending.Bind(1, after.Position).Bind(2, after.Index).Bind(3, limit);
        try
        {
            while (statement.Step())
            {
                pending.Add(new PendingReaction(
                    statement.Int64(0),
                    statement.Text(1),
                    statement.Text(2),
                    statement.Int64(3),
                    statement.Int32(4),
                    statement.Text(5),
                    statement.Bytes(6),
                    new DateTimeOffset(statement.Int64(7), TimeSpan.Zero)));
            }
        }
        finally
        {
            statement.Reset();
        }

        return pending;
    }
}
