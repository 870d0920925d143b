using System.Text;
using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Archive;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>
/// What outlives the program. A file here is never changed: a new schema or format gets a new file, and the old ones
/// stay readable.
/// </summary>
public sealed class BaselineTests : IAsyncLifetime
{
    private readonly SqliteHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Schema_OfANewFile_IsTheRecordedOne()
    {
        await (await SqliteEventStore.OpenAsync(_host.Options)).DisposeAsync();

        AssertBaseline("schema-2.sql", Schema());
    }

    [Fact]
    public async Task Schema_OfAFileOfVersion1_IsBroughtToTheRecordedOne()
    {
        await (await SqliteEventStore.OpenAsync(_host.Options)).DisposeAsync();
        Execute("DROP INDEX open_streams_by_position; PRAGMA user_version = 1;");
        AssertBaseline("schema-1.sql", Schema());

        await (await SqliteEventStore.OpenAsync(_host.Options)).DisposeAsync();

        AssertBaseline("schema-2.sql", Schema());
        Assert.Equal(2L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public async Task Archive_OfFormat1_IsReadAndWrittenAsRecorded()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        var recorded = await File.ReadAllTextAsync(PathOf("archive-1.jsonl"));
        using (var input = new MemoryStream(Encoding.UTF8.GetBytes(recorded)))
        {
            await LogArchive.ImportAsync(store, input);
        }

        using var output = new MemoryStream();
        await LogArchive.ExportAsync(store, output);

        var written = Encoding.UTF8.GetString(output.ToArray());
        AssertBaseline("archive-1.jsonl", written.Replace(store.Epoch, "0123456789abcdef", StringComparison.Ordinal));
    }

    private string Schema() => (string)Execute("""
        SELECT group_concat(sql, char(10)) FROM
        (SELECT sql || ';' AS sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name)
        """)! + "\n";

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_host.LogFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Baselines", name);

    private static void AssertBaseline(string name, string actual) =>
        Assert.Equal(File.ReadAllText(PathOf(name)), actual);
}
