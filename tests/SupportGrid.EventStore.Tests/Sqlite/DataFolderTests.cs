using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

public sealed class DataFolderTests : IAsyncLifetime
{
    private readonly SqliteHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Open_FolderThatIsNotThere_IsCreated()
    {
        var folder = Path.Combine(_host.Folder, "a", "b");
        await using var store = await SqliteEventStore.OpenAsync(_host.Options with { DataFolder = folder });

        Assert.True(File.Exists(Path.Combine(folder, "supportgrid.db")));
    }

    [Fact]
    public async Task Open_Twice_IsInUse_UntilTheFirstIsClosed()
    {
        await using (await SqliteEventStore.OpenAsync(_host.Options))
        {
            await AssertRefusedAsync(DataFolderProblem.InUse, "in use by another process");
        }

        await using var again = await SqliteEventStore.OpenAsync(_host.Options);
    }

    [Fact]
    public async Task Open_WhileAnotherProcessHasIt_IsInUse()
    {
        using var probe = await CrashProbe.StartAsync(_host.Folder, writers: 1);

        await AssertRefusedAsync(DataFolderProblem.InUse, "in use by another process");

        await probe.KillAsync();
        await using var afterwards = await SqliteEventStore.OpenAsync(_host.Options);
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedAndLeftAlone()
    {
        await FillAsync();
        Run("PRAGMA user_version = 7");

        await AssertRefusedAsync(DataFolderProblem.NewerSchema, "schema version 7");

        Run("PRAGMA user_version = 2");
        Assert.Equal(50, await HeadAsync());
    }

    [Theory]
    [InlineData("CREATE TABLE stamps (id INTEGER)")]
    [InlineData("CREATE TABLE stamps (id INTEGER); PRAGMA user_version = 1")]
    public async Task Open_DatabaseOfAnotherProgram_IsForeign(string sql)
    {
        Run(sql);

        await AssertRefusedAsync(DataFolderProblem.Foreign, "another program");
    }

    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsDamaged()
    {
        await File.WriteAllTextAsync(_host.LogFile, string.Concat(Enumerable.Repeat("not a database\n", 1000)));

        await AssertRefusedAsync(DataFolderProblem.Damaged, "restore a backup");
    }

    [Fact]
    public async Task Open_OverwrittenPages_AreDamaged()
    {
        await FillAsync();
        using (var file = new FileStream(_host.LogFile, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        await AssertRefusedAsync(DataFolderProblem.Damaged, "restore a backup");
    }

    [Fact]
    public async Task Open_CutFile_IsDamaged()
    {
        await FillAsync();
        using (var file = new FileStream(_host.LogFile, FileMode.Open, FileAccess.ReadWrite))
        {
            file.SetLength(file.Length - 4096);
        }

        await AssertRefusedAsync(DataFolderProblem.Damaged, "restore a backup");
    }

    [Fact]
    public async Task Open_FolderThatCannotBe_IsNotWritable()
    {
        var file = Path.Combine(_host.Folder, "file");
        await File.WriteAllTextAsync(file, "");

        await AssertRefusedAsync(
            DataFolderProblem.NotWritable,
            "check its path and permissions",
            _host.Options with { DataFolder = Path.Combine(file, "sub") });
    }

    [Fact]
    public async Task Open_LockFileThatCannotBe_IsNotWritable()
    {
        Directory.CreateDirectory(Path.Combine(_host.Folder, "supportgrid.lock"));

        await AssertRefusedAsync(DataFolderProblem.NotWritable, "check its path and permissions");
    }

    [TmpfsFact]
    public async Task Open_FullDisk_SaysSo()
    {
        using var disk = Tmpfs.Mount(256 * 1024);
        disk.FillUp(leave: 0);

        await AssertRefusedAsync(
            DataFolderProblem.DiskFull, "free some space", _host.Options with { DataFolder = disk.Path });
    }

    /// <summary>
    /// What a power cut may leave: the write-ahead log ends anywhere. Each of its prefixes is a prefix of the log, and
    /// never half an append.
    /// </summary>
    [Fact]
    public async Task Open_TornWriteAheadLog_GivesWholeAppendsUpToTheTear()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        for (var i = 0; i < 20; i++)
        {
            await store.AppendAsync(Given.Append($"interaction/{i}", 0, events: 3) with
            {
                Reactions = [Given.Reaction(), Given.Reaction(2)],
            });
        }

        var log = await ReadSharedAsync(_host.LogFile);
        var ahead = await ReadSharedAsync(_host.LogFile + "-wal");
        var heads = new SortedSet<long>();
        for (var length = 0; length <= ahead.Length; length += 2053)
        {
            heads.Add(await OpenTornAsync(log, ahead.AsMemory(0, length)));
        }

        Assert.All(heads, head => Assert.Equal(0, head % 3));
        Assert.True(heads.Count > 15, $"Only {heads.Count} different heads came out.");
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static async Task<long> OpenTornAsync(byte[] log, ReadOnlyMemory<byte> ahead)
    {
        await using var host = new SqliteHost();
        await File.WriteAllBytesAsync(host.LogFile, log);
        await File.WriteAllBytesAsync(host.LogFile + "-wal", ahead);
        await using var store = await SqliteEventStore.OpenAsync(host.Options);
        var pending = await store.ReadPendingReactionsAsync(1000);
        Assert.Equal(store.Head / 3 * 2, pending.Count);
        return store.Head;
    }

    private async Task FillAsync()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        for (var i = 0; i < 50; i++)
        {
            await store.AppendAsync(Given.Append($"interaction/{i}", 0));
        }
    }

    private async Task<long> HeadAsync()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        return store.Head;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_host.LogFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task AssertRefusedAsync(DataFolderProblem problem, string sentence, EventStoreOptions? options = null)
    {
        var folder = (options ?? _host.Options).DataFolder;
        var refused = await Assert.ThrowsAsync<DataFolderException>(
            async () => await SqliteEventStore.OpenAsync(options ?? _host.Options));

        Assert.Equal(problem, refused.Problem);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder, refused.Message, StringComparison.Ordinal);
    }
}
