using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Health;

/// <summary>Ready: not draining, and the log can be read.</summary>
public sealed class ReadinessCheck(IDrain drain, IEventFeed feed) : IHealthCheck
{
    public const string Name = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!drain.IsReady)
        {
            return HealthCheckResult.Unhealthy("The gateway is going down.");
        }

        await feed.ReadAsync(new FeedQuery(feed.Head, 1), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
