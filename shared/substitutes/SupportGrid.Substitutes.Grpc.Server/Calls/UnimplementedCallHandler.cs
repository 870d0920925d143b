using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Answers calls to services or methods that do not exist.</summary>
internal sealed class UnimplementedCallHandler(string what, ServiceSettings settings, CallRuntime runtime)
    : CallHandler(new Unknown(), settings, runtime)
{
    protected override Task ServeAsync(HttpServerCallContext call) =>
        throw new RpcException(new Status(StatusCode.Unimplemented, $"{what} is unimplemented."));

    private sealed class Unknown : IMethod
    {
        public MethodType Type => MethodType.DuplexStreaming;

        public string ServiceName => "";

        public string Name => "";

        public string FullName => "(unknown)";
    }
}
