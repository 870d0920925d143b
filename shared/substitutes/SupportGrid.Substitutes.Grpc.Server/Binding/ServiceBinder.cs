using System.Reflection;
using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>
/// Binds the methods of a service class. Each becomes an open delegate on the class, made once; a call creates or
/// fetches the instance and invokes the delegate.
/// </summary>
internal sealed class ServiceBinder<TService>(ServiceSettings settings, CallRuntime runtime, ServiceActivator<TService> activator)
    : ServiceBinderBase
    where TService : class
{
    public List<BoundMethod> Methods { get; } = [];

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var implementation = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var invoke = implementation.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        UnaryServerMethod<TRequest, TResponse> serve = (request, context) =>
            invoke(activator.Activate(context), request, context);
        Add(method, implementation, new UnaryCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(serve, settings.Interceptors), settings, runtime));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var implementation = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var invoke = implementation
            .CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        ClientStreamingServerMethod<TRequest, TResponse> serve = (requests, context) =>
            invoke(activator.Activate(context), requests, context);
        Add(method, implementation, new ClientStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(serve, settings.Interceptors), settings, runtime));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var implementation = Find(
            method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = implementation
            .CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        ServerStreamingServerMethod<TRequest, TResponse> serve = (request, responses, context) =>
            invoke(activator.Activate(context), request, responses, context);
        Add(method, implementation, new ServerStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(serve, settings.Interceptors), settings, runtime));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var implementation = Find(
            method,
            typeof(IAsyncStreamReader<TRequest>),
            typeof(IServerStreamWriter<TResponse>),
            typeof(ServerCallContext));
        var invoke = implementation.CreateDelegate<Func<
            TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        DuplexStreamingServerMethod<TRequest, TResponse> serve = (requests, responses, context) =>
            invoke(activator.Activate(context), requests, responses, context);
        Add(method, implementation, new DuplexStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(serve, settings.Interceptors), settings, runtime));
    }

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method for {method.FullName}.");

    /// <summary>Attributes of the class come first: those of the method override them.</summary>
    private void Add(IMethod method, MethodInfo implementation, CallHandler handler) => Methods.Add(new BoundMethod(
        method,
        handler,
        [.. typeof(TService).GetCustomAttributes(inherit: true), .. implementation.GetCustomAttributes(inherit: true)]));
}
