using Grpc.AspNetCore.Web;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says of mapped services whether they speak gRPC-Web.</summary>
public static class GrpcWebEndpointConventionBuilderExtensions
{
    /// <summary>Lets the endpoints speak gRPC-Web.</summary>
    public static TBuilder EnableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new EnableGrpcWebAttribute());

    /// <summary>Keeps the endpoints from speaking gRPC-Web.</summary>
    public static TBuilder DisableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new DisableGrpcWebAttribute());
}
