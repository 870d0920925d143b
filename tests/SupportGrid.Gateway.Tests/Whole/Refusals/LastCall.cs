using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>Which method a client called last.</summary>
internal sealed class LastCall : Interceptor
{
    public string Method { get; private set; } = "";

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        Method = context.Method.Name;
        return continuation(request, context);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        Method = context.Method.Name;
        return continuation(request, context);
    }
}
