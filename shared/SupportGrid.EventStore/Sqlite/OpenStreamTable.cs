namespace SupportGrid.EventStore.Sqlite;

/// <summary>Statements over the index of open streams.</summary>
internal sealed class OpenStreamTable(Database database)
{
    private Statement Insertion => field ??= database.Prepare("""
        INSERT INTO open_streams (category, tenant, stream, group_name, position) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET group_name = excluded.group_name
        """);

    private Statement Deletion => field ??= database.Prepare(
        "DELETE FROM open_streams WHERE category = ?1 AND tenant = ?2 AND stream = ?3");

    private Statement OfCategory => field ??= database.Prepare("""
        SELECT tenant, stream, category, group_name, position FROM open_streams
        WHERE category = ?1 AND (?3 IS NULL OR group_name = ?3) ORDER BY position
        """);

    private Statement OfTenant => field ??= database.Prepare("""
        SELECT tenant, stream, category, group_name, position FROM open_streams
        WHERE category = ?1 AND tenant = ?2 AND (?3 IS NULL OR group_name = ?3) ORDER BY position
        """);

    private Statement After => field ??= database.Prepare("""
        SELECT tenant, stream, category, group_name, position FROM open_streams
        WHERE category = ?1 AND tenant = ?2 AND position > ?3 ORDER BY position LIMIT ?4
        """);

    private Statement All => field ??= database.Prepare("""
        SELECT tenant, stream, category, group_name, position FROM open_streams ORDER BY category, tenant, stream
        """);

    private Statement Count => field ??= database.Prepare("SELECT count(*) FROM open_streams");

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    /// <summary>Carries out a mark that an append at a position made.</summary>
    public void Apply(StreamMark mark, string tenant, string stream, long position)
    {
        if (mark.Open)
        {
            Insert(new OpenStream(tenant, stream, mark.Category, mark.Group, position));
        }
        else
        {
            Deletion.Bind(1, mark.Category).Bind(2, tenant).Bind(3, stream).Execute();
        }
    }

    /// <summary>Enters a stream, or moves it to another group.</summary>
    public void Insert(OpenStream added) => Insertion
        .Bind(1, added.Category)
        .Bind(2, added.Tenant)
        .Bind(3, added.Stream)
        .Bind(4, added.Group)
        .Bind(5, added.Position)
        .Execute();

    public List<OpenStream> Read(string category, string? tenant, string? group) =>
        (tenant is null ? OfCategory : OfTenant.Bind(2, tenant)).Bind(1, category).Bind(3, group).ReadAll(Decode);

    public List<OpenStream> ReadAfter(string category, string tenant, long after, int limit) =>
        After.Bind(1, category).Bind(2, tenant).Bind(3, after).Bind(4, limit).ReadAll(Decode);

    /// <summary>All open streams in order of their keys, read as they are asked for.</summary>
    public IEnumerable<OpenStream> Stream() => All.Read(Decode);

    private static OpenStream Decode(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Int64(4));
}
