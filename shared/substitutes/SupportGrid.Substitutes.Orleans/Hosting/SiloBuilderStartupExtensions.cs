using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Hosting;

/// <summary>Adds work that runs once grains can be called.</summary>
public static class SiloBuilderStartupExtensions
{
    /// <summary>Adds a startup task.</summary>
    public static ISiloBuilder AddStartupTask(this ISiloBuilder builder, IStartupTask startupTask) =>
        builder.ConfigureServices(services => services.AddSingleton(startupTask));

    /// <inheritdoc cref="AddStartupTask(ISiloBuilder, IStartupTask)"/>
    public static ISiloBuilder AddStartupTask(
        this ISiloBuilder builder, Func<IServiceProvider, CancellationToken, Task> startupTask) =>
        builder.ConfigureServices(services =>
            services.AddSingleton<IStartupTask>(provider => new DelegateTask(provider, startupTask)));

    /// <inheritdoc cref="AddStartupTask(ISiloBuilder, IStartupTask)"/>
    public static ISiloBuilder AddStartupTask<TStartup>(this ISiloBuilder builder)
        where TStartup : class, IStartupTask =>
        builder.ConfigureServices(services => services.AddSingleton<IStartupTask, TStartup>());

    private sealed class DelegateTask(
        IServiceProvider services, Func<IServiceProvider, CancellationToken, Task> work) : IStartupTask
    {
        public Task Execute(CancellationToken cancellationToken) => work(services, cancellationToken);
    }
}
