using Orleans.Hosting;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds access to grains to a host that has none.</summary>
public static class OrleansClientGenericHostExtensions
{
    /// <summary>Adds access to the grains of the same process: this engine reaches no other.</summary>
    public static IHostApplicationBuilder UseOrleansClient(
        this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        configureDelegate(new SiloBuilder(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    /// <inheritdoc cref="UseOrleansClient(IHostApplicationBuilder, Action{IClientBuilder})"/>
    public static IHostBuilder UseOrleansClient(
        this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        hostBuilder.ConfigureServices((context, services) =>
            configureDelegate(new SiloBuilder(services, context.Configuration)));
}
