using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using SupportGrid.Substitutes.Orleans.Engine;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>One life of the simulated process: from its start to its stop or its death.</summary>
internal sealed class SimulatedProcess
{
    private readonly ProcessTime _time;
    private readonly ServiceProvider _services;

    internal SimulatedProcess(SimulationScheduler scheduler, SimulatedTime time, Action<ISiloBuilder> configure)
    {
        _time = new ProcessTime(time);
        Dispatcher = new SimulatedDispatcher(scheduler);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<TurnDispatcher>(Dispatcher);
        configure(new SiloBuilder(services, new ConfigurationBuilder().Build()));
        services.AddGrainEngine();
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<GrainEngine>();
    }

    internal SimulatedDispatcher Dispatcher { get; }

    internal GrainEngine Engine { get; }

    internal IServiceProvider Services => _services;

    /// <summary>Ends in order: activations end, services are disposed.</summary>
    internal async Task StopAsync()
    {
        await Engine.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    /// <summary>Ends at once: no code of the process runs any more. Callers outside see their calls fail.</summary>
    internal void Kill()
    {
        Dispatcher.Kill();
        _time.Drop();
        Engine.Abandon();
    }
}
