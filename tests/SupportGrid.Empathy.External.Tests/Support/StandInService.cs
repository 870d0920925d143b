using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportGrid.Empathy.External.Tests.Support;

/// <summary>
/// A local server that speaks the chat-completions protocol as well, or as badly, as a test tells it to.
/// </summary>
internal sealed class StandInService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<JsonElement> _requests = Channel.CreateUnbounded<JsonElement>();
    private int _calls;

    private StandInService(WebApplication app) => _app = app;

    /// <summary>What it does with a call; at first it answers as it should.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => Says(context, Answers.Good);

    public Uri Endpoint => new(_app.Urls.Single() + "/v1");

    public int Calls => Volatile.Read(ref _calls);

    public static async Task<StandInService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static k => k.Listen(System.Net.IPAddress.Loopback, 0));
        var service = new StandInService(builder.Build());
        service._app.MapPost("/v1/chat/completions", service.HandleAsync);
        await service._app.StartAsync();
        return service;
    }

    /// <summary>Answers with a text of the model.</summary>
    public static async Task Says(HttpContext context, string text)
    {
        var answer = new
        {
            id = "1",
            model = "stand-in",
            choices = new[]
            {
                new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = text } },
            },
            usage = new { prompt_tokens = 120, completion_tokens = 40, total_tokens = 160 },
        };
        await context.Response.WriteAsJsonAsync(answer);
    }

    /// <summary>The body of the next call that came.</summary>
    public async Task<JsonElement> NextRequestAsync() => await _requests.Reader.ReadAsync().AsTask().Within("a "
        + "call of the service");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        _requests.Writer.TryWrite(body.RootElement.Clone());
        await Answer(context);
    }
}
