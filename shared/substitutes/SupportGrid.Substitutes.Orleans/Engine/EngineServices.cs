using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine;

internal static class EngineServices
{
    /// <summary>Adds the engine once, however often it is asked for.</summary>
    internal static void AddGrainEngine(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TurnDispatcher, ThreadPoolDispatcher>();
        services.TryAddSingleton<ILocalSiloDetails, LocalSiloDetails>();
        services.TryAddSingleton<IGrainContextAccessor, GrainContextAccessor>();
        services.TryAddSingleton<GrainEngine>();
        services.TryAddSingleton<IClusterClient>(provider => provider.GetRequiredService<GrainEngine>().Factory);
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainEngine>().Factory);
        services.TryAddTransient(_ => RuntimeContext.Current
            ?? throw new InvalidOperationException("There is no grain context outside a grain."));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EngineHostedService>());
    }
}
