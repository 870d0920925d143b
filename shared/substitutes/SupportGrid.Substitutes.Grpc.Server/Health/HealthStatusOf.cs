using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>What the results of health checks say of a service.</summary>
internal static class HealthStatusOf
{
    /// <summary>The status of a service whose checks have been run. A degraded service serves.</summary>
    public static HealthCheckResponse.Types.ServingStatus Report(HealthReport report) =>
        report.Status == HealthStatus.Unhealthy
            ? HealthCheckResponse.Types.ServingStatus.NotServing
            : HealthCheckResponse.Types.ServingStatus.Serving;

    /// <summary>The status of one service in a report on all checks.</summary>
    public static HealthCheckResponse.Types.ServingStatus In(HealthReport report, ServiceMapping mapping)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (entry.Status == HealthStatus.Unhealthy
                && mapping.HealthCheckPredicate(new HealthCheckMapContext(name, entry.Tags)))
            {
                return HealthCheckResponse.Types.ServingStatus.NotServing;
            }
        }

        return HealthCheckResponse.Types.ServingStatus.Serving;
    }
}
