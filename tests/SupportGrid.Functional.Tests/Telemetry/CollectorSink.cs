using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Functional.Tests.Telemetry;

/// <summary>A collector of OTLP over gRPC that keeps what it is sent, as the bytes of the messages.</summary>
internal sealed class CollectorSink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _received = new();
    private readonly WebApplication _app;

    private CollectorSink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public string Address => _app.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<CollectorSink> StartAsync()
    {
        var sink = new CollectorSink();
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>Everything that was sent to a service, such as "Trace": the strings in it are readable.</summary>
    public string TextOf(string service) => string.Concat(_received
        .Where(r => r.Key.EndsWith($".{service}Service/Export", StringComparison.Ordinal))
        .SelectMany(r => r.Value)
        .Select(Encoding.UTF8.GetString));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _received.GetOrAdd(http.Request.Path, _ => new()).Enqueue(body.ToArray());
        http.Response.ContentType = "application/grpc";

        // An empty message is an answer of every service: everything was taken.
        await http.Response.Body.WriteAsync(new byte[5], http.RequestAborted);
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
