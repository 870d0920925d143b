using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>Reading along in a log that somebody else writes.</summary>
public sealed class FollowerTests : IAsyncLifetime
{
    private readonly SqliteHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Join_FolderWithoutALog_IsMissingAndStaysSo()
    {
        var refused = await Assert.ThrowsAsync<DataFolderException>(
            async () => await SqliteLogFollower.JoinAsync(_host.Options));

        Assert.Equal(DataFolderProblem.Missing, refused.Problem);
        Assert.False(File.Exists(_host.LogFile));
    }

    [Fact]
    public async Task Subscription_WhatAnotherWrites_ComesInItsOrder()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await store.AppendAsync(Given.Append("interaction/1", 0, events: 2));
        await using var follower = await SqliteLogFollower.JoinAsync(_host.Options with { PageEventsMax = 5 });
        Assert.Equal((store.Epoch, 2, 1), (follower.Epoch, follower.Head, follower.Oldest));
        var subscription = follower.Subscribe(1);

        for (var i = 0; i < 20; i++)
        {
            await store.AppendAsync(Given.Append($"agent/{i}", 0, events: 3));
        }

        var positions = new List<long>();
        while (positions.Count == 0 || positions[^1] < store.Head)
        {
            positions.AddRange((await subscription.NextAsync().Within("an event of the writer")).Select(e => e.Position));
        }

        Assert.Equal(Enumerable.Range(2, 61).Select(p => (long)p), positions);
    }

    [Fact]
    public async Task Read_OfAStream_SeesTheLastCommitWithoutWaiting()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await using var follower = await SqliteLogFollower.JoinAsync(_host.Options);
        await store.AppendAsync(Given.Append("interaction/1", 0, events: 3));

        Assert.Equal(3, (await follower.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 10)).Count);
    }

    [Fact]
    public async Task Follower_OutlivesItsWriter_AndGoesOnWithTheNext()
    {
        await using var first = await SqliteEventStore.OpenAsync(_host.Options);
        await first.AppendAsync(Given.Append("interaction/1", 0));
        await using var follower = await SqliteLogFollower.JoinAsync(_host.Options);
        await first.DisposeAsync();
        Assert.Single(await follower.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 10));

        await using var second = await SqliteEventStore.OpenAsync(_host.Options);
        await second.AppendAsync(Given.Append("interaction/1", 1));

        await follower.WaitForPositionAsync(2).Within("the second writer's event");
        Assert.Equal(2, (await follower.ReadAsync(new FeedQuery(0, 10))).Events.Count);
    }

    [Fact]
    public async Task Feed_WhenTheLogBecomesAnother_Fails()
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        await using var follower = await SqliteLogFollower.JoinAsync(_host.Options);

        await store.FillAsync([]);

        await UntilUnavailableAsync(follower).Within("the feed to fail");
    }

    private static async Task UntilUnavailableAsync(SqliteLogFollower follower)
    {
        try
        {
            while (true)
            {
                await follower.ReadAsync(new FeedQuery(0, 10));
                await Task.Yield();
            }
        }
        catch (EventStoreUnavailableException)
        {
            // That is what was awaited.
        }
    }
}
