using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Many requests, one response.</summary>
internal sealed class ClientStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ClientStreamingServerMethod<TRequest, TResponse> serve,
    ServiceSettings settings,
    CallRuntime runtime) : CallHandler(method, settings, runtime)
    where TRequest : class
    where TResponse : class
{
    protected override void Prepare(HttpContext http) => StreamingLimits.Lift(http);

    protected override async Task ServeAsync(HttpServerCallContext call)
    {
        var requests = new ServerStreamReader<TRequest>(call.Requests, method.RequestMarshaller);
        call.WriteSingle(method.ResponseMarshaller, await serve(requests, call));
    }
}
