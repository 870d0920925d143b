using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds server reflection to an application.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Adds what the reflection services need.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc();

        // Made by the first call, when everything has been mapped.
        services.TryAddSingleton(static provider =>
            new ReflectionCatalog(MappedDescriptors.Of(provider.GetRequiredService<MappedServices>())));
        return services;
    }
}
