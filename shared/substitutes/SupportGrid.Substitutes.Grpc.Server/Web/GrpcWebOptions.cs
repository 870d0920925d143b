namespace Microsoft.AspNetCore.Builder;

/// <summary>The options of gRPC-Web.</summary>
public class GrpcWebOptions
{
    /// <summary>Whether services speak gRPC-Web unless they say otherwise.</summary>
    public bool DefaultEnabled { get; set; }
}
