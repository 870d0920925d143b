using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Silo;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A gateway with its actors and its log in this process, on real ports.</summary>
public sealed class RunningGateway : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Func<GatewayOptions, GatewayOptions> _change;
    private readonly Action<IServiceCollection> _register;
    private SqliteEventStore? _store;
    private WebApplication? _app;
    private GrpcChannel? _channel;

    public RunningGateway()
        : this(o => o)
    {
    }

    /// <param name="register">What the host uses in place of its own, such as a clock.</param>
    internal RunningGateway(
        Func<GatewayOptions, GatewayOptions> change, Action<IServiceCollection>? register = null)
    {
        _change = change;
        _register = register ?? (_ => { });
    }

    internal LogProbe Logs { get; } = new();

    /// <summary>Sends to the HTTP/1 port.</summary>
    internal HttpClient Http { get; private set; } = new();

    internal CallInvoker Channel => _channel!.CreateCallInvoker();

    internal LocalIssuer Issuer => _app!.Services.GetRequiredService<LocalIssuer>();

    internal Uri GrpcAddress { get; private set; } = new("http://localhost");

    public async Task InitializeAsync()
    {
        _store = await SqliteEventStore.OpenAsync(
            new EventStoreOptions { DataFolder = _folder.Path, Durable = false, CheckOnOpen = false });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Debug);
        builder.Logging.AddFilter("Microsoft", LogLevel.Information);
        builder.Services.AddSingleton<IEventStore>(_store);
        builder.Services.AddSingleton<IEventFeed>(_store);
        builder.Services.AddSingleton<ISnapshotStore>(_store);
        _register(builder.Services);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMinutes(15));
        builder.AddSupportGridSilo();
        builder.AddSupportGridGateway(_change(new GatewayOptions { DataFolder = _folder.Path, DrainDelayMs = 0 }));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        _app.MapSupportGridGateway();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.ToArray();
        Http = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        GrpcAddress = new Uri(addresses[1]);
        _channel = GrpcChannel.ForAddress(GrpcAddress);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>
    /// The tenant's part of the log, once nothing is left that follows from what is in it. A line an event.
    /// </summary>
    internal async Task<IReadOnlyList<string>> QuietLog(string tenant)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await _store!.ReadPendingReactionsAsync(1)).Count > 0)
        {
            Assert.False(patience.IsCancellationRequested, "Waited 60 s in vain for the outbox to be empty.");
            await Task.Yield();
        }

        List<string> lines = [];
        for (var after = 0L; ;)
        {
            var page = await _store.ReadAsync(new FeedQuery(after, 1_000) { Tenant = tenant });
            if (page.Events.Count == 0)
            {
                return lines;
            }

            lines.AddRange(page.Events.Select(e => $"{e.Position} {e.Stream} {e.Version} {e.Type}"));
            after = page.Events[^1].Position;
        }
    }

    internal Task StopAsync(CancellationToken patience = default) => _app!.StopAsync(patience);

    /// <summary>Headers of a caller.</summary>
    internal Metadata As(Role roles, string subject, string tenant = "acme") => new()
    {
        { "authorization", $"Bearer {Issuer.Issue(tenant, subject, roles, TimeSpan.FromHours(1)).Token}" },
    };
}
