using Grpc.Core;
using SupportGrid.Functional.Tests.Hosting;
using SupportGrid.Replay.Reporting;
using SupportGrid.Standalone.Demo;

namespace SupportGrid.Functional.Tests.Paths;

/// <summary>The demo's board is quiet about one end only: that of its round.</summary>
public sealed class DemoBoardTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task A_board_that_cannot_be_followed_is_an_error_at_once()
    {
        var never = new TaskCompletionSource();
        using var board = new DemoBoard(world.Server.GrpcAddress, world.Server.Token("ana", "agent"));
        var denied = await Assert.ThrowsAsync<RpcException>(
            () => board.ShowAsync(1, 1, new ReplayStats(), never.Task, CancellationToken.None));
        Assert.Equal(StatusCode.PermissionDenied, denied.StatusCode);
    }

    [Fact]
    public async Task A_round_that_is_played_ends_the_board_quietly()
    {
        using var board = new DemoBoard(world.Server.GrpcAddress, world.Server.Token("sue", "supervisor"));
        var played = new TaskCompletionSource();
        var showing = board.ShowAsync(1, 1, new ReplayStats(), played.Task, CancellationToken.None);
        played.SetResult();
        await showing;
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_the_board_quietly()
    {
        using var stop = new CancellationTokenSource();
        using var board = new DemoBoard(world.Server.GrpcAddress, world.Server.Token("sue", "supervisor"));
        var never = new TaskCompletionSource();
        var showing = board.ShowAsync(1, 1, new ReplayStats(), never.Task, stop.Token);
        await stop.CancelAsync();
        await showing;
    }
}
