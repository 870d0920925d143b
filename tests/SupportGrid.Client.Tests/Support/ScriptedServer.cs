using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Client.Tests.Support;

/// <summary>A real server on a free loopback port that plays a script, and clients whose clock stands still.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedServer(WebApplication app) => _app = app;

    public Script Script { get; } = new();

    public ManualTime Time { get; } = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Tokens that the client's owner gives, the last of them for ever.</summary>
    public Queue<string> Tokens { get; } = new(["token-1"]);

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        ScriptedServer? server = null;
        builder.Services.AddSingleton(_ => server!.Script);
        var app = builder.Build();
        server = new ScriptedServer(app);
        app.MapGrpcService<ScriptedDesk>();
        app.MapGrpcService<ScriptedSupervision>();
        await app.StartAsync();
        return server;
    }

    public SupportGridClient Client(int attempts = 60) => new(new SupportGridClientOptions
    {
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        Token = _ => ValueTask.FromResult(Tokens.Count > 1 ? Tokens.Dequeue() : Tokens.Peek()),
        CallAttemptsMax = attempts,
        Time = Time,
        Random = new Random(7),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
