using Microsoft.Extensions.Hosting;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Ties the engine to the host's start and stop.</summary>
internal sealed class EngineHostedService(GrainEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
