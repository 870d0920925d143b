using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>One request, many responses.</summary>
internal sealed class ServerStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServerStreamingServerMethod<TRequest, TResponse> serve,
    ServiceSettings settings,
    CallRuntime runtime) : CallHandler(method, settings, runtime)
    where TRequest : class
    where TResponse : class
{
    protected override async Task ServeAsync(HttpServerCallContext call)
    {
        var request = await call.Requests.ReadSingleAsync(method.RequestMarshaller);
        await serve(request, new ServerStreamWriter<TResponse>(call, method.ResponseMarshaller), call);
    }
}
