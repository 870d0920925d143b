using Grpc.AspNetCore.Server.Reflection;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps server reflection.</summary>
public static class GrpcReflectionEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps reflection v1 and v1alpha. It describes every service of the application to anyone who may call it.
    /// </summary>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder) =>
        new GrpcServiceEndpointConventionBuilder(
            [builder.MapGrpcService<ReflectionV1Service>(), builder.MapGrpcService<ReflectionV1AlphaService>()]);
}
