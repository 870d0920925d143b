using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>One request, one response.</summary>
internal sealed class UnaryCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    UnaryServerMethod<TRequest, TResponse> serve,
    ServiceSettings settings,
    CallRuntime runtime) : CallHandler(method, settings, runtime)
    where TRequest : class
    where TResponse : class
{
    protected override async Task ServeAsync(HttpServerCallContext call)
    {
        var request = await call.Requests.ReadSingleAsync(method.RequestMarshaller);
        call.WriteSingle(method.ResponseMarshaller, await serve(request, call));
    }
}
