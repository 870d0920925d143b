using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A data folder of its own, removed in the end.</summary>
internal sealed class SqliteHost(bool inline = false) : ILogHost
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("supportgrid-eventstore-").FullName;

    public string LogFile => Path.Combine(Folder, "supportgrid.db");

    /// <summary>
    /// Commits do not wait for the disk, whose speed is not what is tested here. Those who kill processes and break
    /// disks open their logs with the defaults.
    /// </summary>
    public EventStoreOptions Options => new() { DataFolder = Folder, Inline = inline, Durable = false };

    public async ValueTask<LogUnderTest> OpenAsync(Func<EventStoreOptions, EventStoreOptions> adjust)
    {
        var store = await SqliteEventStore.OpenAsync(adjust(Options));
        return new LogUnderTest(store, store, store, store, store);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
