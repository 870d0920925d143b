using System.Diagnostics;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Outermost: turns what was thrown into what the caller may know. Failures and bugs keep their details in the log.
/// </summary>
public sealed class FailureInterceptor(TimeProvider time, ILogger<FailureInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw Translate(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e)
        {
            throw Translate(e, context);
        }
    }

    /// <summary>The answer to an exception; logs what must not travel.</summary>
    public RpcException Translate(Exception exception, ServerCallContext context) => exception switch
    {
        RpcException refused => Refused(refused, context),
        OperationCanceledException e when IsOfTheCaller(e, context) => Cancelled(context),
        LogUnavailableException e => Unstored(e, context, "The change could not be stored; nothing was acknowledged.", e.IsRetryable),
        EventStoreUnavailableException e => Unstored(
            e,
            context,
            e.IsRead
                ? "What is stored could not be read; nothing was acknowledged."
                : "The change could not be stored; nothing was acknowledged.",
            e.IsRetryable),
        TimeoutException e => Failed(
            e, context, EdgeReasons.Timeout, "No answer in time; send the same request id again to learn the outcome.", true),
        OrleansException e => Failed(
            e, context, EdgeReasons.ActorsUnavailable, "The servers behind this one cannot be reached.", true),
        _ => Broken(exception, context),
    };

    /// <summary>
    /// A write may find out that the caller is gone before the call's token is cancelled: then it names the token.
    /// </summary>
    private static bool IsOfTheCaller(OperationCanceledException exception, ServerCallContext context) =>
        context.CancellationToken.IsCancellationRequested
        || (exception.CancellationToken.CanBeCanceled && exception.CancellationToken == context.CancellationToken);

    /// <summary>Whoever tries what is not theirs is told apart, for whoever reads the log.</summary>
    private RpcException Refused(RpcException refused, ServerCallContext context)
    {
        if (refused.StatusCode == StatusCode.PermissionDenied)
        {
            var tenant = Caller.Find(context)?.Tenant ?? "";
            logger.CallDenied(context.Method, EdgeErrors.ReasonOf(refused), tenant);
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.CallRefused(context.Method, EdgeErrors.ReasonOf(refused));
        }

        return refused;
    }

    private RpcException Cancelled(ServerCallContext context) => new(
        context.Deadline != DateTime.MaxValue && context.Deadline <= time.GetUtcNow().UtcDateTime
            ? new Status(StatusCode.DeadlineExceeded, "The deadline has passed.")
            : new Status(StatusCode.Cancelled, "The call was cancelled."));

    private RpcException Unstored(Exception exception, ServerCallContext context, string sentence, bool isRetryable) =>
        Failed(exception, context, EdgeReasons.StoreUnavailable, sentence, isRetryable);

    private RpcException Failed(
        Exception exception, ServerCallContext context, string reason, string sentence, bool isRetryable)
    {
        logger.CallFailed(exception, context.Method, reason);
        return EdgeErrors.Failed(reason, sentence, isRetryable);
    }

    private RpcException Broken(Exception exception, ServerCallContext context)
    {
        var id = Activity.Current?.TraceId.ToHexString()
            ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        logger.CallBroke(exception, context.Method, id);
        return EdgeErrors.Broken(id);
    }
}
