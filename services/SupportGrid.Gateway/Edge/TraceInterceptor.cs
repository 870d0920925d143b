using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http.Features;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Outermost: gives the span of a request the name and the attributes that OpenTelemetry's conventions for gRPC ask
/// for. Calls of methods that do not exist stay without: their names are whatever a caller writes.
/// </summary>
public sealed class TraceInterceptor : Interceptor
{
    /// <summary>
    /// What of a server's answers is a failure of the server; everything else is one of the caller, or none.
    /// </summary>
    private static readonly HashSet<StatusCode> ServerFailures =
    [
        StatusCode.Unknown, StatusCode.DeadlineExceeded, StatusCode.Unimplemented, StatusCode.Internal,
        StatusCode.Unavailable, StatusCode.DataLoss,
    ];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        SpanOf(context) is { } span
            ? TraceAsync(span, context, continuation(request, context))
            : continuation(request, context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var span = SpanOf(context);
        var call = continuation(request, responseStream, context);
        return span is null ? call : TraceAsync(span, context, call);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var span = SpanOf(context);
        var call = continuation(requestStream, responseStream, context);
        return span is null ? call : TraceAsync(span, context, call);
    }

    /// <summary>The request's span, named; null when nobody traces this call.</summary>
    private static Activity? SpanOf(ServerCallContext context)
    {
        var span = context.GetHttpContext().Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not { IsAllDataRequested: true })
        {
            return null;
        }

        var name = context.Method.TrimStart('/');
        var slash = name.LastIndexOf('/');
        span.DisplayName = name;
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.service", name[..slash]);
        span.SetTag("rpc.method", name[(slash + 1)..]);
        return span;
    }

    private static async Task<TResponse> TraceAsync<TResponse>(
        Activity span, ServerCallContext context, Task<TResponse> call)
    {
        await TraceAsync(span, context, (Task)call);
        return await call;
    }

    private static async Task TraceAsync(Activity span, ServerCallContext context, Task call)
    {
        try
        {
            await call;
            End(span, context.Status.StatusCode);
        }
        catch (RpcException e)
        {
            End(span, e.StatusCode);
            throw;
        }
    }

    /// <summary>The sentence of a status stays out of it: it may name what a caller wrote.</summary>
    private static void End(Activity span, StatusCode status)
    {
        span.SetTag("rpc.grpc.status_code", (int)status);
        if (ServerFailures.Contains(status))
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
