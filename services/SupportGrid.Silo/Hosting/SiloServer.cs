using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Hosting;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo.Hosting;

/// <summary>Opens the log, starts the actors, waits for the end.</summary>
internal static class SiloServer
{
    /// <returns>0 ended, 3 a port is taken, 4 the data folder cannot be used.</returns>
    public static async Task<int> RunAsync(SiloServerOptions options, CancellationToken stop)
    {
        try
        {
            await using var store = await SqliteEventStore.OpenAsync(
                new EventStoreOptions { DataFolder = options.DataFolder });
            using var host = Build(options, store);
            await host.StartAsync(stop);
            Console.WriteLine(
                $"The silo is ready: gateways on 127.0.0.1:{options.GatewayPort}, "
                + $"data in {Path.GetFullPath(options.DataFolder)}.");
            await host.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (DataFolderException e)
        {
            await Console.Error.WriteLineAsync("supportgrid-silo: " + e.Message);
            return 4;
        }
        catch (Exception e) when (IsPortTaken(e))
        {
            await Console.Error.WriteLineAsync(
                $"supportgrid-silo: port {options.SiloPort} or {options.GatewayPort} is taken. Give others with "
                + "--silo-port and --gateway-port.");
            return 3;
        }
    }

    private static IHost Build(SiloServerOptions options, SqliteEventStore store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddSupportGridTelemetry(new TelemetryOptions
        {
            ServiceName = "supportgrid-silo",
            OtlpEndpoint = options.OtlpEndpoint,
            TraceShare = options.TracePercent / 100.0,
        });
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Services.AddSingleton<IEventStore>(store);
        builder.Services.AddSingleton<IEventFeed>(store);
        builder.Services.AddSingleton<ISnapshotStore>(store);
        builder.AddSupportGridSilo(
            limits =>
            {
                limits.DeskGraceSeconds = options.DeskGraceSeconds;
                limits.CustomerOpenInteractionsMax = options.CustomerOpenInteractionsMax;
                limits.TracesCalls = options is { OtlpEndpoint: not null, TracePercent: > 0 };
            },
            silo => silo.UseSingleProcess(options.SiloPort, options.GatewayPort));
        builder.AddExternalModel(options.External);
        return builder.Build();
    }

    private static bool IsPortTaken(Exception? failure) => failure switch
    {
        null => false,
        AddressInUseException => true,
        AggregateException all => all.InnerExceptions.Any(IsPortTaken),
        _ => IsPortTaken(failure.InnerException),
    };
}
