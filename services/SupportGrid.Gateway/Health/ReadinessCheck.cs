using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Health;

/// <summary>Ready: not draining, and the log can be read and, if this process writes it, written.</summary>
public sealed class ReadinessCheck(IDrain drain, IEventReader log) : IHealthCheck
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
            await log.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (EventStoreUnavailableException e)
        {
            return HealthCheckResult.Unhealthy("The log cannot be read or written.", e);
        }
    }
}
