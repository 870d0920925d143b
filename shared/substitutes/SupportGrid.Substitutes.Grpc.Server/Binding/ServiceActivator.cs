using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>
/// Gives each call its instance of a service: from dependency injection if registered there, else a new one.
/// </summary>
internal sealed class ServiceActivator<TService>(bool registered)
    where TService : class
{
    private readonly ObjectFactory<TService>? _create =
        registered ? null : ActivatorUtilities.CreateFactory<TService>(Type.EmptyTypes);

    /// <summary>The instance for a call. One that was made for the call is disposed with it.</summary>
    public TService Activate(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (_create is null)
        {
            return http.RequestServices.GetRequiredService<TService>();
        }

        var service = _create(http.RequestServices, []);
        Disposal.Register(http, service);
        return service;
    }
}
