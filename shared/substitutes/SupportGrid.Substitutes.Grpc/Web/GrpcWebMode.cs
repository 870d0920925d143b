namespace Grpc.Net.Client.Web;

/// <summary>The two forms of gRPC-Web.</summary>
public enum GrpcWebMode
{
    /// <summary>Binary: "application/grpc-web".</summary>
    GrpcWeb,

    /// <summary>Base64: "application/grpc-web-text", for clients that cannot stream bytes.</summary>
    GrpcWebText,
}
