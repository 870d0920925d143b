using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using SupportGrid.Substitutes.Orleans.Engine;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds access to grains to a host that has none.</summary>
public static class OrleansClientGenericHostExtensions
{
    /// <summary>Adds access to the grains of the same process: this engine reaches no other.</summary>
    /// <remarks>A host that calls this without <c>UseOrleans</c> does not start.</remarks>
    public static IHostApplicationBuilder UseOrleansClient(
        this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        AddClient(hostAppBuilder.Services, hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    /// <inheritdoc cref="UseOrleansClient(IHostApplicationBuilder, Action{IClientBuilder})"/>
    public static IHostBuilder UseOrleansClient(
        this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        hostBuilder.ConfigureServices((context, services) =>
            AddClient(services, context.Configuration, configureDelegate));

    private static void AddClient(
        IServiceCollection services, IConfiguration configuration, Action<IClientBuilder> configureDelegate)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ClientHostedService>());
        configureDelegate(new SiloBuilder(services, configuration));
    }
}
