using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A gateway that goes down: each test has one of its own, which waits until the test lets it go on.</summary>
public sealed class DrainTests : IAsyncLifetime
{
    private readonly DrainClock _clock = new();
    private readonly RunningGateway _gateway;

    public DrainTests() => _gateway = new RunningGateway(
        o => o with { DrainDelayMs = (int)DrainClock.Delay.TotalMilliseconds },
        services => services.AddSingleton<TimeProvider>(_clock));

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync()
    {
        _clock.LetGo();
        return _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Stop_BeforeStreamsAreTold_IsNotReadyAndStillServes()
    {
        var floor = await Floor.Open(_gateway);
        using var health = new Grpc.Health.V1.Health.HealthClient(_gateway.Channel).Watch(new HealthCheckRequest());
        await health.Next(
            h => h.Status == HealthCheckResponse.Types.ServingStatus.Serving, "health to say that it serves");

        var stop = _gateway.StopAsync();

        using var ready = await _gateway.Http.GetAsync(SupportGridGateway.ReadyPath);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var live = await _gateway.Http.GetAsync(SupportGridGateway.LivePath);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        await health.Next(
            h => h.Status == HealthCheckResponse.Types.ServingStatus.NotServing, "health to say that it does not serve");
        var listed = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest(), floor.Boss);
        Assert.Equal(2, listed.Agents.Count);
        Assert.False(stop.IsCompleted, "The gateway went down before it was let go.");
        _clock.LetGo();
        await stop;
    }

    [Fact]
    public async Task Stop_WallboardIsWatched_ShowsChangesUntilItIsToldToGoOnElsewhere()
    {
        var floor = await Floor.Open(_gateway);
        using var board = floor.Supervision.WatchWallboard(
            new WatchWallboardRequest(), floor.As(Role.Wallboard, "wall"));
        await board.Next(r => r.Synced is not null, "the whole board");

        var stop = _gateway.StopAsync();

        await floor.AnnOpens();
        await board.Next(r => r.Queue is { Queue: "general", Waiting: 1 }, "the waiting customer on the board");
        _clock.LetGo();
        var ended = await Assert.ThrowsAsync<RpcException>(() => board.Next(_ => false, "the end of the stream"));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), (ended.StatusCode, ended.Reason()));
        Assert.True(ended.Detail<Google.Rpc.RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        await stop;
    }

    [Fact]
    public async Task Stop_OpenStream_IsToldToGoOnElsewhere()
    {
        var floor = await Floor.Open(_gateway);
        using var agents = floor.Supervision.WatchAgents(new WatchAgentsRequest(), floor.Boss);
        await agents.Next(r => r.Synced is not null, "the list of agents");
        var stop = _gateway.StopAsync();
        _clock.LetGo();
        var ended = await Assert.ThrowsAsync<RpcException>(() => agents.Next(_ => false, "the end of the stream"));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), (ended.StatusCode, ended.Reason()));
        Assert.True(ended.Detail<Google.Rpc.RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        await stop;
    }

    [Fact]
    public async Task Stop_AskedASecondTime_DoesNotWaitAgain()
    {
        var floor = await Floor.Open(_gateway);
        using var agents = floor.Supervision.WatchAgents(new WatchAgentsRequest(), floor.Boss);
        await agents.Next(r => r.Synced is not null, "the list of agents");
        var first = _gateway.StopAsync();

        var second = _gateway.StopAsync();

        var ended = await Assert.ThrowsAsync<RpcException>(() => agents.Next(_ => false, "the end of the stream"));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), (ended.StatusCode, ended.Reason()));
        Assert.True(ended.Detail<Google.Rpc.RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        await second;
        Assert.False(first.IsCompleted, "The first stop did not wait.");
        _clock.LetGo();
        await first;
    }
}
