namespace Grpc.AspNetCore.Web;

/// <summary>Lets a service or method speak gRPC-Web.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EnableGrpcWebAttribute : Attribute, IGrpcWebEnabledMetadata
{
    /// <inheritdoc/>
    public bool GrpcWebEnabled => true;
}
