using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Gives each call its interceptor: from dependency injection if registered there, else a new one.</summary>
internal sealed class InterceptorActivator(InterceptorRegistration registration)
{
    private readonly Lazy<ObjectFactory> _create = new(() => ActivatorUtilities.CreateFactory(
        registration.Type, [.. registration.Arguments.Select(argument => argument.GetType())]));

    public Interceptor Activate(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (registration.Arguments.Count == 0
            && http.RequestServices.GetService(registration.Type) is Interceptor registered)
        {
            return registered;
        }

        var interceptor = (Interceptor)_create.Value(http.RequestServices, registration.ArgumentArray);
        Disposal.Register(http, interceptor);
        return interceptor;
    }
}
