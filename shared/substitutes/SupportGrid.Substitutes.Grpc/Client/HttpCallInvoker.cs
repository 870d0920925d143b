using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts calls on a channel.</summary>
internal sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        return new AsyncUnaryCall<TResponse>(
            call.StartUnary(request), Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        return new AsyncServerStreamingCall<TResponse>(
            call.StartServerStreaming(request), Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        var response = call.StartClientStreaming(out var requests);
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            requests, response, Headers, Status, Trailers, Dispose, call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new GrpcCall<TRequest, TResponse>(channel, method, host, options);
        var responses = call.StartDuplexStreaming(out var requests);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            requests, responses, Headers, Status, Trailers, Dispose, call);
    }

    private static Task<Metadata> Headers(object call) => ((GrpcCall)call).ResponseHeadersAsync;

    private static Status Status(object call) => ((GrpcCall)call).GetStatus();

    private static Metadata Trailers(object call) => ((GrpcCall)call).GetTrailers();

    private static void Dispose(object call) => ((GrpcCall)call).Dispose();
}
