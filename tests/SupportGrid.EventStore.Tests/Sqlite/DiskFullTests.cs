using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

public sealed class DiskFullTests
{
    [TmpfsFact]
    public async Task Append_FullDisk_FailsClearly_KeepsWhatWasAcknowledged_AndRecovers()
    {
        using var disk = Tmpfs.Mount(8 * 1024 * 1024);
        await using (var store = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = disk.Path }))
        {
            disk.FillUp(leave: 1024 * 1024);
            var acknowledged = await AppendUntilFullAsync(store);

            Assert.True(acknowledged > 10, $"Only {acknowledged} appends fitted.");
            Assert.True(store.WriteFailure!.IsRetryable);
            await AssertHoldsAsync(store, acknowledged);
            await Assert.ThrowsAsync<EventStoreUnavailableException>(
                () => store.WriteAsync("agent", "a7", new byte[100_000], null).AsTask());

            await Assert.ThrowsAsync<EventStoreUnavailableException>(() => store.ProbeAsync().AsTask());
            disk.FreeUp();
            await store.ProbeAsync();
            Assert.Null(store.WriteFailure);
            await AppendAsync(store, acknowledged);
            await AssertHoldsAsync(store, acknowledged + 1);
        }

        await using var reopened = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = disk.Path });
        Assert.Equal(reopened.Head, (await reopened.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 9999)).Count);
    }

    [TmpfsFact]
    public async Task Append_FullDisk_ManyWriters_EachLearnsItsOwnOutcome()
    {
        using var disk = Tmpfs.Mount(8 * 1024 * 1024);
        await using var store = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = disk.Path });
        disk.FillUp(leave: 2 * 1024 * 1024);

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            () => AppendUntilFullAsync(store, $"interaction/{writer}"))));

        Assert.Equal(acknowledged.Sum(), store.Head);
        disk.FreeUp();
        for (var writer = 0; writer < 16; writer++)
        {
            await AppendAsync(store, acknowledged[writer], $"interaction/{writer}");
        }

        var page = await store.ReadAsync(new FeedQuery(0, 1024));
        Assert.Equal(Enumerable.Range(1, page.Events.Count).Select(p => (long)p), page.Events.Select(e => e.Position));
    }

    private static async Task<long> AppendUntilFullAsync(SqliteEventStore store, string stream = "interaction/1")
    {
        for (var version = 0L; ; version++)
        {
            try
            {
                await AppendAsync(store, version, stream);
            }
            catch (EventStoreUnavailableException e)
            {
                Assert.True(e.IsRetryable);
                Assert.Contains("full", e.Message, StringComparison.Ordinal);
                return version;
            }
        }
    }

    private static async Task AppendAsync(SqliteEventStore store, long version, string stream = "interaction/1")
    {
        var large = Given.Event() with { Data = Given.Json($"\"{new string('x', 20_000)}\"") };
        var result = await store.AppendAsync(new AppendRequest(Given.Tenant, stream, version, [large]))
            .Within("an append");
        Assert.Equal(version + 1, Assert.IsType<AppendResult.Appended>(result).Version);
    }

    private static async Task AssertHoldsAsync(SqliteEventStore store, long count)
    {
        Assert.Equal(count, store.Head);
        Assert.Equal(count, (await store.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 9999)).Count);
    }
}
