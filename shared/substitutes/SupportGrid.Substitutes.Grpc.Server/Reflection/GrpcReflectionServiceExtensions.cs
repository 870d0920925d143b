namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds server reflection to an application.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Adds what the reflection services need.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services;
    }
}
