using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.Server;

/// <summary>The options of one service.</summary>
[SuppressMessage("Major Code Smell", "S2326:Unused type parameters should be removed",
    Justification = "The parameter names the service.")]
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class;
