using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Says at the start, and not at the first call, that there are no grains to reach.</summary>
internal sealed class ClientHostedService(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => services.GetService<GrainEngine>() is not null
        ? Task.CompletedTask
        : throw new OrleansConfigurationException(
            "This engine reaches grains of its own process only: call UseOrleans, or build the cluster edition.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
