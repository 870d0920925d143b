using Microsoft.AspNetCore.Server.Kestrel.Core;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Gateway;
using SupportGrid.Hosting;
using SupportGrid.Silo;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Standalone;

/// <summary>Puts silo, gateway and store together in one process.</summary>
public static class StandaloneHost
{
    /// <param name="store">Stays the caller's: it is closed after the host.</param>
    public static WebApplication Build(StandaloneOptions options, SqliteEventStore store)
    {
        // Everything comes from the command line. Watching for appsettings would follow each write of a data folder
        // that lies below the working folder.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Configuration.Sources.Clear();
        builder.AddSupportGridTelemetry(new TelemetryOptions
        {
            ServiceName = "supportgrid-standalone",
            OtlpEndpoint = options.OtlpEndpoint,
            TraceShare = options.TracePercent / 100.0,
            JsonLogs = options.JsonLogs,
        });
        builder.Logging.SetMinimumLevel(options.Demo ? LogLevel.Error : LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // As long as this category is on, every request gets an activity, also when nobody listens to traces.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // The drain says that the server is not ready any more; a check that finds it so is no failure.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Grpc", LogLevel.Warning);
        builder.Services.AddSingleton<IEventStore>(store);
        builder.Services.AddSingleton<IEventFeed>(store);
        builder.Services.AddSingleton<ISnapshotStore>(store);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(options.DrainSeconds));
        builder.AddSupportGridSilo(silo =>
        {
            silo.DeskGraceSeconds = options.DeskGraceSeconds;
            silo.CustomerOpenInteractionsMax = options.CustomerOpenInteractionsMax;
            silo.TracesCalls = options is { OtlpEndpoint: not null, TracePercent: > 0 };
        });
        builder.AddExternalModel(options.External);
        builder.AddSupportGridGateway(GatewayOptionsOf(options));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen, options.HttpPort, l => l.Protocols = HttpProtocols.Http1);
            kestrel.Listen(options.Listen, options.GrpcPort, l => l.Protocols = HttpProtocols.Http2);
        });

        var app = builder.Build();
        app.MapSupportGridGateway();
        return app;
    }

    private static GatewayOptions GatewayOptionsOf(StandaloneOptions options) => new()
    {
        DataFolder = options.DataFolder,
        Identity = options.Identity,
        RequestBytesMax = options.MessageKilobytesMax * 1_024,
        ConnectionsMax = options.ConnectionsMax,
        AllowedOrigins = options.AllowedOrigins,
        Reflection = options.Reflection,
    };
}
