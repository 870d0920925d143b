namespace Grpc.AspNetCore.Web;

/// <summary>On an endpoint: whether it speaks gRPC-Web. The last one on the endpoint wins.</summary>
public interface IGrpcWebEnabledMetadata
{
    /// <summary>Whether it does.</summary>
    bool GrpcWebEnabled { get; }
}
