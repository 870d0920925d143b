using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly SqliteHost _host = new();
    private readonly SqliteHost _copy = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _copy.DisposeAsync();
    }

    [Fact]
    public async Task Backup_WhileOthersAppend_IsOneStateUnderAnEpochOfItsOwn()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await AppendAsync(store, 0, 100);
        var writer = Task.Run(() => AppendAsync(store, 100, 200));
        await store.BackupAsync(_copy.LogFile).Within("a backup");
        await writer;

        Assert.Equal([_copy.LogFile], Directory.GetFiles(_copy.Folder));
        await using var copy = await SqliteEventStore.OpenAsync(_copy.Options);
        Assert.InRange(copy.Head, 100, 300);
        Assert.NotEqual(store.Epoch, copy.Epoch);
        Assert.Equal(copy.Head, (await copy.ReadPendingReactionsAsync(1000)).Count);
        await AppendAsync(copy, copy.Head, 1);
    }

    [Fact]
    public async Task Backup_OntoAFileThatIsThere_IsRefusedAndLeavesIt()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await File.WriteAllTextAsync(_copy.LogFile, "precious");

        await Assert.ThrowsAsync<IOException>(() => store.BackupAsync(_copy.LogFile).AsTask());

        Assert.Equal("precious", await File.ReadAllTextAsync(_copy.LogFile));
    }

    [Fact]
    public async Task Backup_AfterOneThatBroke_StartsAnew()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await File.WriteAllTextAsync(_copy.LogFile + ".partial", "half a backup");

        await store.BackupAsync(_copy.LogFile);

        await using var copy = await SqliteEventStore.OpenAsync(_copy.Options);
        Assert.Equal(0, copy.Head);
    }

    private static async Task AppendAsync(SqliteEventStore store, long from, int count)
    {
        for (var version = from; version < from + count; version++)
        {
            Assert.IsType<AppendResult.Appended>(await store.AppendAsync(
                Given.Append("interaction/1", version) with { Reactions = [Given.Reaction()] }));
        }
    }
}
