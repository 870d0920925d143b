using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>The promise on the real log: group commits, recent events in memory, pages from disk.</summary>
public sealed class RealStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supportgrid-live-");

    [Theory]
    [InlineData("events", 11)]
    [InlineData("agents", 12)]
    [InlineData("interactions", 13)]
    [InlineData("desk", 14)]
    [InlineData("customer", 15)]
    public async Task On_SQLite_a_client_that_resumes_misses_nothing_and_sees_nothing_twice(string view, int seed)
    {
        // A small memory, so that live readers and resumed ones meet the disk.
        var options = new EventStoreOptions { DataFolder = _folder.FullName, Durable = false, RecentEventsMax = 16 };
        await using var store = await SqliteEventStore.OpenAsync(options);
        await using var live = new LiveHarness(
            store, store, static o => o with { BufferedEventsMax = 8, RefillPageEventsMax = 5 });

        await ResumeFuzzTests.WatchDayAsync(live, ViewUnderTest.Named(view), seed);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
