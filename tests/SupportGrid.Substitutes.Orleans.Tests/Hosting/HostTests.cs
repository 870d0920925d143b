using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SupportGrid.Substitutes.Orleans.Tests.Turns;

namespace SupportGrid.Substitutes.Orleans.Tests.Hosting;

/// <summary>The engine on the thread pool of a real host.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Grains_keep_their_turns_apart_on_real_threads()
    {
        using var host = await StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await factory.GetGrain<ICounter>($"c{i % 3}").AddSlowly();
            }
        })));

        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            sum += await factory.GetGrain<ICounter>($"c{i}").Get();
        }

        Assert.Equal(8 * 500, sum);
        await host.StopAsync();
    }

    [Fact]
    public async Task Calls_before_the_start_and_after_the_stop_are_rejected()
    {
        using var host = Build();
        var counter = host.Services.GetRequiredService<IClusterClient>().GetGrain<ICounter>("c");

        await Assert.ThrowsAsync<OrleansMessageRejectionException>(counter.Get);
        await host.StartAsync();
        await counter.Get();
        await host.StopAsync();
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(counter.Get);
    }

    [Fact]
    public async Task Startup_tasks_run_before_the_host_has_started_and_may_call_grains()
    {
        var count = 0;
        using var host = await StartAsync(silo => silo.AddStartupTask(async (services, _) =>
        {
            var counter = services.GetRequiredService<IGrainFactory>().GetGrain<ICounter>("c");
            await counter.AddSlowly();
            count = await counter.Get();
        }));

        Assert.Equal(1, count);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_silo_knows_its_name_and_cluster()
    {
        using var host = await StartAsync(silo => silo
            .UseLocalhostClustering(serviceId: "service", clusterId: "cluster")
            .Configure<SiloOptions>(options => options.SiloName = "name"));
        var details = host.Services.GetRequiredService<ILocalSiloDetails>();

        Assert.Equal(("name", "cluster"), (details.Name, details.ClusterId));
        Assert.Equal(11111, details.SiloAddress.Endpoint.Port);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_builder_takes_the_engine_too()
    {
        using var host = Host.CreateDefaultBuilder().UseOrleans(silo => silo.AddMemoryGrainStorageAsDefault()).Build();
        await host.StartAsync();

        Assert.Equal(0, await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICounter>("c").Get());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_client_in_the_process_of_the_grains_reaches_them()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans();
        builder.UseOrleansClient(_ => { });
        using var host = builder.Build();
        await host.StartAsync();

        Assert.Equal(0, await host.Services.GetRequiredService<IClusterClient>().GetGrain<ICounter>("c").Get());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_client_in_a_process_without_grains_says_that_it_reaches_none()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleansClient(_ => { });
        using var host = builder.Build();

        await Assert.ThrowsAsync<OrleansConfigurationException>(() => host.StartAsync());
    }

    [Fact]
    public void Stateless_workers_work_side_by_side_up_to_their_limit()
    {
        using var cluster = Sim.New();
        var worker = cluster.GrainFactory.GetGrain<IWorker>("w");

        cluster.Run(() => Task.WhenAll(Enumerable.Range(0, 6).Select(_ => worker.Work())));

        Assert.Equal(TimeSpan.FromSeconds(2), cluster.Time.Elapsed);
    }

    private static async Task<IHost> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var host = Build(configure);
        await host.StartAsync();
        return host;
    }

    private static IHost Build(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(configure ?? (_ => { }));
        return builder.Build();
    }
}

public interface IWorker : IGrainWithStringKey
{
    Task Work();
}

[StatelessWorker(3)]
public sealed class WorkerGrain(TimeProvider time) : Grain, IWorker
{
    public Task Work() => Task.Delay(TimeSpan.FromSeconds(1), time);
}
