using System.Net;
using BenchmarkDotNet.Attributes;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Benchmarks.Calls;

/// <summary>
/// A unary gRPC call (the health check) against the same bytes asked for by HTTP/2 without gRPC, over one connection of
/// the loopback, client and server in this process. What runs is the gRPC of the chosen edition.
/// </summary>
[MemoryDiagnoser]
public class RemoteCallBenchmark : IAsyncDisposable
{
    private static readonly byte[] Frame = [0, 0, 0, 0, 2, 8, 1];

    private WebApplication _app = null!;
    private GrpcChannel _channel = null!;
    private HttpClient _http = null!;
    private Health.HealthClient _client = null!;

    [Params(1, 32)]
    public int AtOnce { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddGrpcHealthChecks();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapGrpcHealthChecksService();
        _app.MapPost("/plain", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.Body.WriteAsync(Frame);
        });
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _channel = GrpcChannel.ForAddress(address);
        _client = new Health.HealthClient(_channel);
        _http = new HttpClient
        {
            BaseAddress = new Uri(address),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    [Benchmark(Baseline = true)]
    public Task PlainHttp2() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        using var body = new ByteArrayContent(Frame);
        using var response = await _http.PostAsync("/plain", body);
        await response.Content.ReadAsByteArrayAsync();
    }));

    [Benchmark]
    public Task UnaryCall() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        await _client.CheckAsync(new HealthCheckRequest())));

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _channel.Dispose();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
