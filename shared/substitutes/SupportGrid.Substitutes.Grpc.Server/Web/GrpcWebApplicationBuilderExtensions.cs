using Grpc.AspNetCore.Web;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds gRPC-Web to an application.</summary>
public static class GrpcWebApplicationBuilderExtensions
{
    /// <summary>Adds gRPC-Web for the endpoints that enable it. Goes after routing and before the endpoints.</summary>
    public static IApplicationBuilder UseGrpcWeb(this IApplicationBuilder builder) =>
        builder.UseGrpcWeb(new GrpcWebOptions());

    /// <summary>Adds gRPC-Web. Goes after routing and before the endpoints.</summary>
    public static IApplicationBuilder UseGrpcWeb(this IApplicationBuilder builder, GrpcWebOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.UseMiddleware<GrpcWebMiddleware>(options);
    }
}
