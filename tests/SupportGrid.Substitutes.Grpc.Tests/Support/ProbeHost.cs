using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>A server with the probe, and clients for it.</summary>
internal sealed class ProbeHost(TestHost host, ProbeScript script) : IAsyncDisposable
{
    public TestHost Host => host;

    public ProbeScript Script => script;

    public Uri Address => host.Address;

    public Probe.ProbeClient Client => new(host.Channel());

    public static async Task<ProbeHost> StartAsync(
        Action<GrpcServiceOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null)
    {
        var script = new ProbeScript();
        var host = await TestHost.StartAsync(
            app =>
            {
                pipeline?.Invoke(app);
                app.MapGrpcService<ProbeService>();
            },
            collection =>
            {
                collection.AddSingleton(script);
                collection.Configure<GrpcServiceOptions>(all => options?.Invoke(all));
                services?.Invoke(collection);
            });
        return new ProbeHost(host, script);
    }

    public Probe.ProbeClient ClientWith(GrpcChannelOptions options) => new(host.Channel(options));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
