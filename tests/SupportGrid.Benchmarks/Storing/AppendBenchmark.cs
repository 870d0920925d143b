using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.Benchmarks.Storing;

/// <summary>
/// Durable appends to the log against inserting the same row with SQLite itself, both on the disk of the temporary
/// folder with every commit flushed. All figures are per append.
/// </summary>
[MemoryDiagnoser]
public class AppendBenchmark : IDisposable
{
    private const int Writers = 32;

    private readonly byte[] _body = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 160)}}"}""");
    private readonly long[] _versions = new long[Writers];
    private string _folder = "";
    private SqliteEventStore _store = null!;
    private SqliteConnection _raw = null!;
    private long _position;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _folder = Directory.CreateTempSubdirectory("supportgrid-bench-").FullName;
        _store = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = Path.Combine(_folder, "log") });
        _raw = new SqliteConnection($"Data Source={Path.Combine(_folder, "raw.db")}");
        _raw.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Run("CREATE TABLE rows (position INTEGER PRIMARY KEY, tenant TEXT, stream TEXT, version INTEGER, data TEXT)");
        Run("CREATE UNIQUE INDEX rows_by_stream ON rows (tenant, stream, version)");
    }

    [Benchmark(Baseline = true)]
    public void RawRowPerCommit() => InsertRow(0);

    [Benchmark(OperationsPerInvoke = Writers)]
    public void RawRowsTogether()
    {
        using var transaction = _raw.BeginTransaction();
        for (var i = 0; i < Writers; i++)
        {
            InsertRow(i);
        }

        transaction.Commit();
    }

    [Benchmark]
    public async Task OneWriter() => await AppendAsync(0);

    [Benchmark(OperationsPerInvoke = Writers)]
    public Task ManyWriters() => Task.WhenAll(Enumerable.Range(0, Writers).Select(AppendAsync));

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _store.DisposeAsync();
        Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose()
    {
        _raw?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task AppendAsync(int writer)
    {
        var added = new NewEvent(Guid.NewGuid(), "said", 1, DateTimeOffset.UnixEpoch, _body);
        var result = await _store.AppendAsync(new AppendRequest("bench", $"interaction/{writer}", _versions[writer], [added]));
        _versions[writer] = result is AppendResult.Appended appended
            ? appended.Version
            : throw new InvalidOperationException($"The append was refused: {result}.");
    }

    private void InsertRow(int writer)
    {
        using var command = _raw.CreateCommand();
        command.CommandText = "INSERT INTO rows VALUES (?1, 'bench', ?2, ?1, ?3)";
        command.Parameters.AddWithValue("?1", ++_position);
        command.Parameters.AddWithValue("?2", $"interaction/{writer}");
        command.Parameters.AddWithValue("?3", Encoding.UTF8.GetString(_body));
        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = _raw.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
