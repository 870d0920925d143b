using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Health;

/// <summary>Ready: not draining, and the log can be read and written.</summary>
public sealed class ReadinessCheck(IDrain drain, IEventStore store) : IHealthCheck
{
    public const string Name = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!drain.IsReady)
        {
            return HealthCheckResult.Unhealthy("The gateway is going down.");
        }

        try
        {
            await store.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (EventStoreUnavailableException e)
        {
            return HealthCheckResult.Unhealthy("The log cannot be written.", e);
        }
    }
}
