namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the gRPC health service to an application.</summary>
public static class GrpcHealthChecksServiceExtensions
{
    /// <summary>Adds the health service: the server as a whole is healthy when all checks are.</summary>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddHealthChecks();
    }
}
