using Grpc.AspNetCore.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the gRPC health service to an application.</summary>
public static class GrpcHealthChecksServiceExtensions
{
    /// <summary>Adds the health service: the server as a whole is healthy when all checks are.</summary>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc();
        services.TryAddSingleton<HealthWatchers>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthCheckPublisher, HealthWatchers>(
            static provider => provider.GetRequiredService<HealthWatchers>()));

        // Runs before the application's own configuration, which may map the empty name differently.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<
            Options.IConfigureOptions<GrpcHealthChecksOptions>, WholeServerMapping>());
        return services.AddHealthChecks();
    }

    /// <summary>Adds the health service with mappings.</summary>
    public static IHealthChecksBuilder AddGrpcHealthChecks(
        this IServiceCollection services, Action<GrpcHealthChecksOptions> configure)
    {
        var builder = services.AddGrpcHealthChecks();
        services.Configure(configure);
        return builder;
    }
}
