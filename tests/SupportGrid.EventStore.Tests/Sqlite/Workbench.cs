using SupportGrid.EventStore.Feed;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>The writing half of a store, taken apart.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly SqliteHost _host = new();
    private readonly SqliteFolder _folder;
    private readonly WriteSession _session;
    private readonly StoreInstruments _instruments = new(TimeProvider.System);

    public Workbench()
    {
        _folder = SqliteFolder.Take(_host.Folder, durable: false);
        _session = new WriteSession(new Database(_folder.OpenToWrite(check: false, "epoch")), new StreamVersions(100));
        Log.Restart(0);
        Commit = new GroupCommit(_session, Log, Completed, _instruments);
    }

    public LiveLog Log { get; } = new(100, 100_000);

    public CompletedReactions Completed { get; } = new();

    public GroupCommit Commit { get; }

    public EventStoreOptions Options => _host.Options;

    public List<string> Journal { get; } = [];

    public ScriptedWrite Write(string name, ManualResetEventSlim? gate = null, Exception? failure = null) =>
        new(name, Journal, gate, failure);

    public void Dispose()
    {
        _session.Dispose();
        _instruments.Dispose();
        _folder.Dispose();
        Directory.Delete(_host.Folder, recursive: true);
    }
}
