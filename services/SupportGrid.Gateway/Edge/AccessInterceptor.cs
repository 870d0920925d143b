using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Lets a call in: who is it, may they, and is it not too much. Behind it <see cref="Caller.Of"/> works.
/// </summary>
public sealed class AccessInterceptor(RateLimits rates, StreamSlots slots, ILogger<AccessInterceptor> logger)
    : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (Admit(context) is { } caller)
        {
            TakeCall(caller);
        }

        return continuation(request, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var caller = Admit(context);
        using var slot = caller is null ? null : TakeStream(caller);
        await continuation(request, responseStream, context);
    }

    /// <summary>No service of ours takes streams of requests; reflection does, and it is open.</summary>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, responseStream, context);
    }

    /// <returns>The caller; null where anyone may call.</returns>
    private Caller? Admit(ServerCallContext context)
    {
        if (MethodRoles.IsOpen(context.Method))
        {
            return null;
        }

        var roles = MethodRoles.Of(context.Method);
        if (roles == Role.None)
        {
            logger.MethodWithoutRole(context.Method);
            throw EdgeErrors.Denied(EdgeReasons.MethodNotOpen, "Nobody may call this method.");
        }

        var caller = (context.GetHttpContext().User.Identity as CallerIdentity)?.Caller ?? throw NoCaller(context);
        caller.Enter(context);
        return caller.HasAny(roles)
            ? caller
            : throw EdgeErrors.Denied(EdgeReasons.RoleMissing, $"This needs one of the roles: {RoleNames.ListOf(roles)}.");
    }

    private static RpcException NoCaller(ServerCallContext context) =>
        context.GetHttpContext().Features.Get<TokenFailure>() switch
        {
            null => EdgeErrors.Unauthenticated(EdgeReasons.TokenMissing, "Send a token: authorization: Bearer …"),
            { Reason: SecurityTokenExpiredException } => EdgeErrors.TokenExpired(),
            _ => EdgeErrors.Unauthenticated(EdgeReasons.TokenInvalid, "The token is not valid here."),
        };

    private void TakeCall(Caller caller)
    {
        if (rates.Take(caller) is { } retryAfter)
        {
            logger.LimitReached(caller.Tenant, EdgeReasons.RateLimited);
            throw EdgeErrors.LimitReached(EdgeReasons.RateLimited, "Too many calls; wait and send it again.", retryAfter);
        }
    }

    private IDisposable TakeStream(Caller caller)
    {
        if (slots.Take(caller) is { } slot)
        {
            return slot;
        }

        logger.LimitReached(caller.Tenant, EdgeReasons.TooManyStreams);
        throw EdgeErrors.LimitReached(
            EdgeReasons.TooManyStreams, "Too many streams are open; close one first.", StreamSlots.RetryAfter);
    }
}
