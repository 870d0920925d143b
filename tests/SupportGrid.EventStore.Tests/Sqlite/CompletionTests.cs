using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>When completed reactions leave the disk, which readers cannot see.</summary>
public sealed class CompletionTests : IAsyncLifetime
{
    private readonly SqliteHost _host = new(inline: true);
    private readonly ManualTime _time = new(Given.Noon);
    private SqliteEventStore? _store;

    private SqliteEventStore Store => _store!;

    public async Task InitializeAsync()
    {
        _store = await SqliteEventStore.OpenAsync(_host.Options, _time);
        for (var version = 0; version < 3; version++)
        {
            await _store.AppendAsync(Given.Append("interaction/1", version) with { Reactions = [Given.Reaction()] });
        }
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Completed_LeavesTheDiskWithTheNextCommit()
    {
        await Store.CompleteReactionsAsync([new ReactionKey(1, 0)]);
        Assert.Equal(3, OnDisk());

        await Store.AppendAsync(Given.Append("interaction/1", 3));

        Assert.Equal(2, OnDisk());
    }

    [Fact]
    public async Task Completed_LeavesTheDiskAfterAWhile_EachTime()
    {
        for (var position = 1; position <= 2; position++)
        {
            await Store.CompleteReactionsAsync([new ReactionKey(position, 0)]);
            _time.Advance(TimeSpan.FromMilliseconds(999));
            Assert.Equal(4 - position, OnDisk());

            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(3 - position, OnDisk());
        }
    }

    [Fact]
    public async Task Completed_LeavesTheDiskOnClosing()
    {
        await Store.CompleteReactionsAsync([new ReactionKey(1, 0), new ReactionKey(3, 0)]);
        await Store.DisposeAsync();

        Assert.Equal(1, OnDisk());
    }

    private long OnDisk()
    {
        using var connection = new SqliteConnection($"Data Source={_host.LogFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM outbox";
        return (long)command.ExecuteScalar()!;
    }
}
