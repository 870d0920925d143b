using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>Statements over the claimed keys.</summary>
internal sealed class ClaimTable(Database database)
{
    private Statement Insertion => field ??= database.Prepare(
        "INSERT INTO claims (tenant, claim, stream) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    private Statement Holder => field ??= database.Prepare(
        "SELECT stream FROM claims WHERE tenant = ?1 AND claim = ?2");

    private Statement Count => field ??= database.Prepare("SELECT count(*) FROM claims");

    private Statement All => field ??= database.Prepare(
        "SELECT tenant, claim, stream FROM claims ORDER BY tenant, claim");

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    /// <summary>The stream that holds a key, or null.</summary>
    public string? Find(string tenant, string claim) => Holder.Bind(1, tenant).Bind(2, claim).ExecuteText();

    public void Insert(string tenant, string claim, string stream) =>
        Insertion.Bind(1, tenant).Bind(2, claim).Bind(3, stream).Execute();

    /// <summary>All keys in order, read as they are asked for.</summary>
    public IEnumerable<ArchiveRecord.Claim> Stream() =>
        All.Read(row => new ArchiveRecord.Claim(row.Text(0), row.Text(1), row.Text(2)));
}
