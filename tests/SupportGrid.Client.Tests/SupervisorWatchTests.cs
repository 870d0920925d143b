using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client.Tests.Support;

namespace SupportGrid.Client.Tests;

public sealed class SupervisorWatchTests
{
    private static readonly RpcException Broken = Errors.Bare(StatusCode.Unavailable);

    [Fact]
    public async Task WatchAgents_Broken_GoesOnAtItsCursor()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "ana@c6").Streams(null, "ben@c7");
        using var client = server.Client();
        await using var agents = new Watching<WatchAgentsResponse>(
            client.WatchAgentsAsync("c5"), server.Time, r => r.Agent.AgentId);

        Assert.Equal("ana", await agents.NextAsync());
        Assert.Equal("ben", await agents.NextAfterPauseAsync());
        Assert.Equal(["c5", "c6"], server.Script.Cursors);
    }

    [Fact]
    public async Task WatchInteractions_Broken_GoesOnAtItsCursor()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "i-1@c6").Streams(null, "i-2@c7");
        using var client = server.Client();
        await using var interactions = new Watching<WatchInteractionsResponse>(
            client.WatchInteractionsAsync("c5"), server.Time, r => r.Interaction.InteractionId);

        Assert.Equal("i-1", await interactions.NextAsync());
        Assert.Equal("i-2", await interactions.NextAfterPauseAsync());
        Assert.Equal(["c5", "c6"], server.Script.Cursors);
    }

    [Fact]
    public async Task WatchQueue_Broken_GoesOnAtItsCursor()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "2@c6").Streams(null, "3@c7");
        using var client = server.Client();
        await using var line = new Watching<WatchQueueResponse>(
            client.WatchQueueAsync("support", "c5"), server.Time, r => $"{r.Waiting} in {r.Queue}");

        Assert.Equal("2 in support", await line.NextAsync());
        Assert.Equal("3 in support", await line.NextAfterPauseAsync());
        Assert.Equal(["c5", "c6"], server.Script.Cursors);
    }

    [Fact]
    public async Task WatchQueue_NoSuchQueue_Ends()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(StatusCode.NotFound, "QUEUE_UNKNOWN"));
        using var client = server.Client();
        await using var line = new Watching<WatchQueueResponse>(
            client.WatchQueueAsync("nowhere"), server.Time, r => r.Queue);

        Assert.Equal("QUEUE_UNKNOWN", RpcErrors.ReasonOf(await Assert.ThrowsAsync<RpcException>(line.NextAsync)));
    }

    [Fact]
    public async Task WatchWallboard_Broken_GoesOnAtItsCursor()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "row@c6").Streams(null, "row@c7");
        using var client = server.Client();
        await using var board = new Watching<WatchWallboardResponse>(
            client.WatchWallboardAsync(), server.Time, r => r.Queue.Queue);

        Assert.Equal("row", await board.NextAsync());
        Assert.Equal("row", await board.NextAfterPauseAsync());
        Assert.Equal(["", "c6"], server.Script.Cursors);
    }
}
