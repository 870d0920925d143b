using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SupportGrid.Substitutes.Grpc.Tests.Support;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace SupportGrid.Substitutes.Grpc.Tests.Health;

public sealed class HealthTests
{
    private HealthStatus _database = HealthStatus.Healthy;

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Check_Server_FollowsItsChecks(HealthStatus check, ServingStatus expected)
    {
        _database = check;
        await using var host = await StartAsync();

        var response = await new HealthClient(host.Channel()).CheckAsync(new HealthCheckRequest());

        Assert.Equal(expected, response.Status);
    }

    [Fact]
    public async Task Check_MappedService_FollowsItsOwnChecksOnly()
    {
        _database = HealthStatus.Unhealthy;
        await using var host = await StartAsync();
        var client = new HealthClient(host.Channel());

        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(Named("store"))).Status);
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(Named("memory"))).Status);
    }

    [Fact]
    public async Task Check_UnknownService_IsNotFound()
    {
        await using var host = await StartAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(
            async () => await new HealthClient(host.Channel()).CheckAsync(Named("nothing")));

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task Watch_StatusChanges_EachChangeIsSeenOnce()
    {
        await using var host = await StartAsync();
        using var call = new HealthClient(host.Channel()).Watch(Named("store"));
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        await PublishAsync(host);
        _database = HealthStatus.Unhealthy;
        await PublishAsync(host);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));

        _database = HealthStatus.Degraded;
        await PublishAsync(host);
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
    }

    [Fact]
    public async Task Watch_UnknownService_SaysSoAndStaysOpen()
    {
        await using var host = await StartAsync();
        using var call = new HealthClient(host.Channel()).Watch(Named("nothing"));

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
        Assert.False(call.ResponseStream.MoveNext().IsCompleted);
    }

    [Fact]
    public async Task Watch_ServerStops_EndsWithNotServing()
    {
        await using var host = await StartAsync();
        using var call = new HealthClient(host.Channel()).Watch(Named("store"));
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
        Assert.False(await call.ResponseStream.MoveNext().Within());
    }

    private static HealthCheckRequest Named(string service) => new() { Service = service };

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        Assert.True(await call.ResponseStream.MoveNext().Within());
        return call.ResponseStream.Current.Status;
    }

    /// <summary>What the publisher of ASP.NET Core does every half minute.</summary>
    private static async Task PublishAsync(TestHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var publisher in host.Services.GetServices<IHealthCheckPublisher>())
        {
            await publisher.PublishAsync(report, CancellationToken.None);
        }
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(
        app => app.MapGrpcHealthChecksService(),
        services => services
            .AddGrpcHealthChecks(options =>
            {
                options.Services.Map("store", check => check.Tags.Contains("store"));
                options.Services.Map("memory", check => check.Name == "memory");
            })
            .AddCheck("database", () => new HealthCheckResult(_database), ["store"])
            .AddCheck("memory", () => HealthCheckResult.Healthy()));
}
