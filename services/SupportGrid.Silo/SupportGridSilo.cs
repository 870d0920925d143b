using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Empathy.Analysis;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using SupportGrid.Silo.Empathy;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Silo.Hosting;

namespace SupportGrid.Silo;

/// <summary>Composition of the actors.</summary>
public static class SupportGridSilo
{
    /// <summary>
    /// Adds every actor to a host, and what takes up interrupted work after a start. The host must register
    /// <see cref="IEventStore"/>, <see cref="IEventFeed"/> and <see cref="ISnapshotStore"/>; a <see
    /// cref="TimeProvider"/>,
    /// <see cref="IEventIds"/> or <see cref="IReactionHandler"/> that is registered before is used.
    /// </summary>
    /// <param name="configureSilo">
    /// Clustering and reminders; by default those of a single process, which nobody else can join or call.
    /// </param>
    public static IHostApplicationBuilder AddSupportGridSilo(
        this IHostApplicationBuilder builder,
        Action<SiloOptions>? configure = null,
        Action<ISiloBuilder>? configureSilo = null)
    {
        builder.UseOrleans(silo =>
        {
            silo.AddSupportGridActors(configure);
            if (configureSilo is not null)
            {
                configureSilo(silo);
                return;
            }

            // Two such processes on one machine must neither collide nor meet.
            silo.UseSingleProcess(LoopbackPort.Free(), gatewayPort: 0);
        });

        // After the silo: hosted services start in this order, and recovery calls actors.
        builder.Services.AddHostedService<RecoveryService>();
        return builder;
    }

    /// <summary>One silo that needs no other, on loopback. Its reminders live as long as it does.</summary>
    /// <param name="siloPort">Where other silos would reach it.</param>
    /// <param name="gatewayPort">Where gateways of their own reach it; 0: nowhere.</param>
    public static ISiloBuilder UseSingleProcess(this ISiloBuilder silo, int siloPort, int gatewayPort)
    {
        silo.UseLocalhostClustering(
            siloPort, gatewayPort, serviceId: ClusterNames.Service, clusterId: ClusterNames.Cluster);
        silo.UseInMemoryReminderService();
        return silo;
    }

    /// <summary>
    /// Adds every actor and their storage to a silo; clustering, reminders and recovery are the caller's.
    /// </summary>
    public static ISiloBuilder AddSupportGridActors(this ISiloBuilder silo, Action<SiloOptions>? configure = null)
    {
        var limits = new SiloOptions();
        configure?.Invoke(limits);
        var services = silo.Services;
        services.Configure(configure ?? (static _ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEventIds, TimeOrderedIds>();
        services.TryAddSingleton<IEventCodec>(EventCodec.Default);
        services.TryAddSingleton<IReactionCodec>(ReactionCodec.Default);
        services.TryAddSingleton<IReactionHandler, GrainReactionHandler>();
        services.TryAddSingleton<EventSourcingServices>();
        services.TryAddSingleton(static _ => new EmpathyAnalyser(EmpathyModels.Shipped));
        services.TryAddSingleton<TurnReader>();
        services.TryAddSingleton<ReplyLatencies>();
        services.TryAddSingleton<SilencedCues>();
        services.TryAddSingleton<CueMetrics>();
        services.TryAddSingleton<IExternalReader, NoExternalReader>();
        services.TryAddSingleton<OutboxSweeper>();
        services.TryAddSingleton<Recovery>();
        services.AddGrainStorage(
            SnapshotStorage.Name, (provider, _) => new SnapshotStorage(provider.GetRequiredService<ISnapshotStore>()));
        if (limits.TracesCalls)
        {
            silo.AddActivityPropagation();
        }

        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromMinutes(limits.IdleMinutes));
        silo.Configure<SiloMessagingOptions>(
            o => o.ResponseTimeout = TimeSpan.FromSeconds(limits.ResponseTimeoutSeconds));
        return silo;
    }
}
