using Grpc.AspNetCore.Server.Binding;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a service whose base class was generated. Each call gets an instance from dependency injection.
    /// </summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class => new EndpointMapper(builder).Map<TService>();

    /// <summary>Maps the methods of a definition.</summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder,
        ServerServiceDefinition serviceDefinition)
    {
        ArgumentNullException.ThrowIfNull(serviceDefinition);
        return new EndpointMapper(builder).Map(serviceDefinition);
    }

    /// <summary>Maps the methods of a definition that needs services.</summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder,
        Func<IServiceProvider, ServerServiceDefinition> mapDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(mapDefinition);
        return builder.MapGrpcService(mapDefinition(builder.ServiceProvider));
    }
}
