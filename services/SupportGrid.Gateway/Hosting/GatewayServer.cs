using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Hosting;

namespace SupportGrid.Gateway.Hosting;

/// <summary>Joins the silo's log, connects to the silo, serves the API, waits for the end.</summary>
internal static class GatewayServer
{
    /// <returns>0 ended, 3 a port is taken, 4 the data folder cannot be used, 5 no silo answers.</returns>
    public static async Task<int> RunAsync(GatewayServerOptions options, CancellationToken stop)
    {
        try
        {
            await using var log = await SqliteLogFollower.JoinAsync(
                new EventStoreOptions { DataFolder = options.DataFolder });
            await using var app = Build(options, log);
            await app.StartAsync(stop);
            Console.WriteLine(
                $"The gateway is ready: gRPC on {options.Listen}:{options.GrpcPort}, HTTP on "
                + $"{options.Listen}:{options.HttpPort}, silo {options.Silo}.");
            await app.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (DataFolderException e)
        {
            return await EndAsync(e.Message, 4);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await EndAsync($"{e.Message} Give another port with --http-port or --grpc-port.", 3);
        }
        catch (OrleansException e)
        {
            return await EndAsync($"no silo answers on {options.Silo}: {e.Message}", 5);
        }
    }

    private static async Task<int> EndAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync("supportgrid-gateway: " + sentence);
        return code;
    }

    private static WebApplication Build(GatewayServerOptions options, SqliteLogFollower log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.AddSupportGridTelemetry(new TelemetryOptions
        {
            ServiceName = "supportgrid-gateway",
            OtlpEndpoint = options.OtlpEndpoint,
            TraceShare = options.TracePercent / 100.0,
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Grpc", LogLevel.Warning);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Services.AddSingleton<IEventReader>(log);
        builder.Services.AddSingleton<IEventFeed>(log);
        builder.Services.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = ClusterNames.Service;
            cluster.ClusterId = ClusterNames.Cluster;
        });

        // Before the gateway: hosted services start in this order, and streams call actors.
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(options.Silo);
            if (options is { OtlpEndpoint: not null, TracePercent: > 0 })
            {
                client.AddActivityPropagation();
            }
        });
        builder.AddSupportGridGateway(new GatewayOptions
        {
            DataFolder = options.DataFolder,
            Identity = options.Identity,
            Reflection = options.Reflection,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen, options.HttpPort, l => l.Protocols = HttpProtocols.Http1);
            kestrel.Listen(options.Listen, options.GrpcPort, l => l.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        app.MapSupportGridGateway();
        return app;
    }
}
