namespace Grpc.AspNetCore.Web;

/// <summary>Keeps a service or method from speaking gRPC-Web.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DisableGrpcWebAttribute : Attribute, IGrpcWebEnabledMetadata
{
    /// <inheritdoc/>
    public bool GrpcWebEnabled => false;
}
