using Grpc.Core;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>
/// Wraps handlers in interceptors. The chain is made once per method; a call only fetches the interceptors.
/// </summary>
internal static class InterceptorChain
{
    public static UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        UnaryServerMethod<TRequest, TResponse> innermost, IReadOnlyList<InterceptorRegistration> registrations)
        where TRequest : class
        where TResponse : class
    {
        var chain = innermost;
        foreach (var registration in registrations.Reverse())
        {
            var (activator, next) = (new InterceptorActivator(registration), chain);
            chain = (request, context) =>
                activator.Activate(context).UnaryServerHandler(request, context, next);
        }

        return chain;
    }

    public static ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        ClientStreamingServerMethod<TRequest, TResponse> innermost, IReadOnlyList<InterceptorRegistration> registrations)
        where TRequest : class
        where TResponse : class
    {
        var chain = innermost;
        foreach (var registration in registrations.Reverse())
        {
            var (activator, next) = (new InterceptorActivator(registration), chain);
            chain = (requests, context) =>
                activator.Activate(context).ClientStreamingServerHandler(requests, context, next);
        }

        return chain;
    }

    public static ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        ServerStreamingServerMethod<TRequest, TResponse> innermost, IReadOnlyList<InterceptorRegistration> registrations)
        where TRequest : class
        where TResponse : class
    {
        var chain = innermost;
        foreach (var registration in registrations.Reverse())
        {
            var (activator, next) = (new InterceptorActivator(registration), chain);
            chain = (request, responses, context) =>
                activator.Activate(context).ServerStreamingServerHandler(request, responses, context, next);
        }

        return chain;
    }

    public static DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        DuplexStreamingServerMethod<TRequest, TResponse> innermost, IReadOnlyList<InterceptorRegistration> registrations)
        where TRequest : class
        where TResponse : class
    {
        var chain = innermost;
        foreach (var registration in registrations.Reverse())
        {
            var (activator, next) = (new InterceptorActivator(registration), chain);
            chain = (requests, responses, context) =>
                activator.Activate(context).DuplexStreamingServerHandler(requests, responses, context, next);
        }

        return chain;
    }
}
