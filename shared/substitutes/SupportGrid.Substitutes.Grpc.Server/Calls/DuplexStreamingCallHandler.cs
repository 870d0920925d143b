using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Many requests, many responses.</summary>
internal sealed class DuplexStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    DuplexStreamingServerMethod<TRequest, TResponse> serve,
    ServiceSettings settings,
    CallRuntime runtime) : CallHandler(method, settings, runtime)
    where TRequest : class
    where TResponse : class
{
    protected override void Prepare(HttpContext http) => StreamingLimits.Lift(http);

    protected override Task ServeAsync(HttpServerCallContext call) => serve(
        new ServerStreamReader<TRequest>(call.Requests, method.RequestMarshaller),
        new ServerStreamWriter<TResponse>(call, method.ResponseMarshaller),
        call);
}
