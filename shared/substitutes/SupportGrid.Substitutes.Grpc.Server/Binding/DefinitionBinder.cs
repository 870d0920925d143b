using Grpc.AspNetCore.Server.Calls;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Binds the methods of a definition, which come with their handlers.</summary>
internal sealed class DefinitionBinder(ServiceSettings settings, CallRuntime runtime) : ServiceBinderBase
{
    public List<BoundMethod> Methods { get; } = [];

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse>? handler) =>
        Add(method, handler!.Method, new UnaryCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(handler, settings.Interceptors), settings, runtime));

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        Add(method, handler!.Method, new ClientStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(handler, settings.Interceptors), settings, runtime));

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
        Add(method, handler!.Method, new ServerStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(handler, settings.Interceptors), settings, runtime));

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        Add(method, handler!.Method, new DuplexStreamingCallHandler<TRequest, TResponse>(
            method, InterceptorChain.Around(handler, settings.Interceptors), settings, runtime));

    private void Add(IMethod method, System.Reflection.MethodInfo implementation, CallHandler handler) =>
        Methods.Add(new BoundMethod(method, handler, implementation.GetCustomAttributes(inherit: true)));
}
