namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks stand for which service.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>The mappings. The empty name stands for the server as a whole, at first with all checks.</summary>
    public ServiceMappingCollection Services { get; } = [];
}
