using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client.Tests.Support;

namespace SupportGrid.Client.Tests;

public sealed class ResumableWatchTests
{
    private static readonly RpcException Broken = Errors.Bare(StatusCode.Unavailable);

    [Fact]
    public async Task Watch_BrokenAfterACursor_GoesOnAtTheLastThatWasNotEmpty()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "list", "synced@c1", "first@c2", "half").Streams(null, "second@c3");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("list", await desk.NextAsync());
        Assert.Equal("synced", await desk.NextAsync());
        Assert.Equal("first", await desk.NextAsync());
        Assert.Equal("half", await desk.NextAsync());
        Assert.Equal("second", await desk.NextAfterPauseAsync());
        Assert.Equal(["", "c2"], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_BrokenBeforeTheFirstCursor_RestartsWithTheList()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken, "half a list").Streams(null, "list");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("half a list", await desk.NextAsync());
        Assert.Equal("restart", await desk.NextAsync());
        Assert.Equal("list", await desk.NextAfterPauseAsync());
        Assert.Equal(["", ""], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_NothingShownYet_ThereIsNothingToForget()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken).Streams(null, "list");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("list", await desk.NextAfterPauseAsync());
    }

    [Theory]
    [InlineData(StatusCode.OutOfRange, "CURSOR_TOO_OLD")]
    [InlineData(StatusCode.OutOfRange, "CURSOR_IN_FUTURE")]
    [InlineData(StatusCode.InvalidArgument, "CURSOR_FOREIGN")]
    [InlineData(StatusCode.InvalidArgument, "CURSOR_MALFORMED")]
    public async Task Watch_SavedCursorRefusedAtTheFirstOpening_Restarts(StatusCode code, string reason)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(code, reason)).Streams(null, "list");
        using var client = server.Client();
        await using var desk = Desk(server, client, "saved");

        Assert.Equal("restart", await desk.NextAsync());
        Assert.Equal("list", await desk.NextAfterPauseAsync());
        Assert.Equal(["saved", ""], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_CursorRefusedOnTheWay_RestartsOnce()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script
            .Streams(Broken, "first@c1")
            .Streams(Errors.Of(StatusCode.OutOfRange, "CURSOR_TOO_OLD"))
            .Streams(Broken)
            .Streams(null, "list");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("first", await desk.NextAsync());
        Assert.Equal("restart", await desk.NextAfterPauseAsync());
        var list = desk.MoveAsync();
        await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), list);
        await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), list);
        Assert.True(await list.Within("the list"));
        Assert.Equal(["", "c1", "", ""], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_NoCursorAndYetRefused_EndsInsteadOfListingForEver()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(StatusCode.InvalidArgument, "CURSOR_MALFORMED"));
        using var client = server.Client();
        await using var desk = Desk(server, client);

        await Assert.ThrowsAsync<RpcException>(desk.NextAsync);
    }

    [Theory]
    [InlineData(StatusCode.ResourceExhausted, "TOO_MANY_CONNECTIONS")]
    [InlineData(StatusCode.FailedPrecondition, "SIGNED_OUT")]
    [InlineData(StatusCode.PermissionDenied, "ROLE_MISSING")]
    public async Task Watch_Refusal_Ends(StatusCode code, string reason)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(code, reason));
        using var client = server.Client();
        await using var desk = Desk(server, client);

        var error = await Assert.ThrowsAsync<RpcException>(desk.NextAsync);
        Assert.Equal(reason, RpcErrors.ReasonOf(error));
        Assert.Single(server.Script.Cursors);
    }

    [Theory]
    [InlineData(StatusCode.Aborted, "CONSUMER_TOO_SLOW")]
    [InlineData(StatusCode.Unavailable, "DRAINING")]
    public async Task Watch_ServerEndsItForNow_GoesOn(StatusCode code, string reason)
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(code, reason), "first@c1").Streams(null, "second@c2");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("first", await desk.NextAsync());
        Assert.Equal("second", await desk.NextAfterPauseAsync());
        Assert.Equal(["", "c1"], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_NothingForTooLong_IsOpenedAgainByTheClientsClock()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(null, "first@c1").Streams(null, "second@c2");
        using var client = server.Client();
        await using var desk = Desk(server, client);
        Assert.Equal("first", await desk.NextAsync());

        // Between two responses the consumer may take all the time it wants.
        server.Time.Advance(TimeSpan.FromHours(1));
        var second = desk.MoveAsync();
        await server.Time.UntilDueAfterAsync(TimeSpan.FromSeconds(35), second);
        server.Time.Advance(TimeSpan.FromSeconds(34));
        Assert.False(second.IsCompleted, "It did not wait for as long as the server may be silent.");
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), second);

        Assert.True(await second.Within("the response of the second stream"));
        Assert.Equal(["", "c1"], server.Script.Cursors);
    }

    [Fact]
    public async Task Watch_FailsAgainAndAgain_PausesGrowAndAResponseResetsThem()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Broken).Streams(Broken).Streams(Broken, "first@c1").Streams(null, "second@c2");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        var first = desk.MoveAsync();
        Assert.InRange((await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), first)).TotalMilliseconds, 25, 50);
        Assert.InRange((await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), first)).TotalMilliseconds, 50, 100);
        Assert.True(await first.Within("the first response"));
        var second = desk.MoveAsync();
        Assert.InRange((await server.Time.PassPauseAsync(TimeSpan.FromSeconds(2), second)).TotalMilliseconds, 25, 50);
        Assert.True(await second.Within("the second response"));
    }

    [Fact]
    public async Task Watch_TokenEndsOnTheWay_GoesOnWithAnotherOne()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Tokens.Enqueue("token-2");
        server.Script.Streams(Errors.Of(StatusCode.Unauthenticated, "TOKEN_EXPIRED"), "first@c1").Streams(null, "second@c2");
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("first", await desk.NextAsync());
        Assert.Equal("second", await desk.NextAfterPauseAsync());
        Assert.Equal(["", "c1"], server.Script.Cursors);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Script.Authorizations);
    }

    [Fact]
    public async Task Watch_TokenEndsAndThereIsNoOther_Ends()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(Errors.Of(StatusCode.Unauthenticated, "TOKEN_EXPIRED"));
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("TOKEN_EXPIRED", RpcErrors.ReasonOf(await Assert.ThrowsAsync<RpcException>(desk.NextAsync)));
    }

    [Fact]
    public async Task Watch_Cancelled_EndsAsCancelledAndLeavesTheServer()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cancel = new CancellationTokenSource();
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Script.Streams(async stream =>
        {
            await stream.ShowAsync("first", "c1");
            await stream.StayAsync();
            left.SetResult();
        });
        using var client = server.Client();
        await using var desk = new Watching<WatchDeskResponse>(
            client.WatchDeskAsync("", cancel.Token), server.Time, r => r.Agent.AgentId);
        Assert.Equal("first", await desk.NextAsync());

        var next = desk.MoveAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Within("the end of the watch"));
        await left.Task.Within("the server to see that the client is gone");
    }

    [Fact]
    public async Task Watch_ServerEndsWithOk_Ends()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Script.Streams(stream => stream.ShowAsync("only", "c1"));
        using var client = server.Client();
        await using var desk = Desk(server, client);

        Assert.Equal("only", await desk.NextAsync());
        Assert.Equal("end", await desk.NextAsync());
    }

    private static Watching<WatchDeskResponse> Desk(ScriptedServer server, SupportGridClient client, string cursor = "") =>
        new(client.WatchDeskAsync(cursor), server.Time, r => r.Agent.AgentId);
}
