using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Empathy.External.Tests.Support;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Empathy.External;

/// <summary>A centre, a service outside on a real socket, and what the metrics say came of the turns.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _outcomes = new();

    private OutsideWorld(StandInService service, Centre centre) => (Service, Centre) = (service, centre);

    public StandInService Service { get; }

    public Centre Centre { get; }

    /// <summary>What became of turns so far, in the order in which it was told.</summary>
    public IReadOnlyCollection<string> Outcomes => _outcomes;

    public static QueuePolicy Consenting(string queue) => Given.Queue(queue) with
    {
        Empathy = EmpathyPolicy.Default with { ExternalModel = true },
    };

    /// <summary>By default with queue billing, which allows it, and orders, which does not.</summary>
    public static async Task<OutsideWorld> StartAsync(
        Func<Uri, ExternalModelOptions>? options = null, params QueuePolicy[] queues) =>
        await StartAsync(options, client: null, queues);

    public static async Task<OutsideWorld> StartAsync(
        Func<Uri, ExternalModelOptions>? options, IChatClient? client, params QueuePolicy[] queues)
    {
        var service = await StandInService.StartAsync();
        var centre = await Centre.StartAsync(external: (options ?? Plain)(service.Endpoint), client: client);
        await centre.ConfigureAsync(Given.Configuration(
            queues.Length > 0 ? queues : [Consenting("billing"), Given.Queue("orders")],
            [Given.Agent("ana") with { DisplayName = "Anneliese Obermoser" }]));
        await centre.SignInAsync("ana");
        var world = new OutsideWorld(service, centre);
        world.Listen();
        return world;
    }

    public static ExternalModelOptions Plain(Uri endpoint) => new()
    {
        Endpoint = endpoint, Model = "a-model", Name = "stand-in", Key = "top-secret", TimeLimitMs = 3_000,
    };

    public void NeverAnswer() =>
        Service.Answer = static context => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public Task<string> OutcomeAsync(string outcome, int times = 1) => Eventually.Of(
        () => Task.FromResult(_outcomes.Count(o => o == outcome) >= times ? outcome : null),
        $"{times} times the outcome {outcome}",
        () => Task.FromResult(string.Join(", ", _outcomes)));

    /// <summary>Opened without a word by a customer, and connected with ana.</summary>
    public async Task TalkAsync(string queue = "billing")
    {
        var request = new OpenRequest("zoe", "Zoë Zimmermann", Domain.Channel.Chat, queue, "subject", null, [], 0);
        Assert.Null((await Centre.Interaction("i-1").Open(request, Centre.Meta())).Refusal);
        await Centre.ConnectAsync("i-1");
    }

    public async Task SayAsync(string text, Party from = Party.Customer)
    {
        var number = (await StateAsync()).Facts.Transcript.Count + 1;
        await Centre.AskAsync(
            "i-1", new SayMessage(from, from == Party.Agent ? "ana" : "zoe", $"m-{number}", text, default));
    }

    public async Task<Existing> StateAsync() => (Existing)(await Centre.Interaction("i-1").Read()).State;

    public async Task<IReadOnlyList<T>> EventsAsync<T>() => [.. (await Centre.EventsOf("i-1")).OfType<T>()];

    public Task<ReadingRevised> RevisedAsync(string message) => Eventually.Of(
        async () => (await EventsAsync<ReadingRevised>()).SingleOrDefault(e => e.MessageId == message),
        $"{message} to be revised",
        () => Task.FromResult(string.Join(", ", _outcomes)));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await Centre.DisposeAsync();
        await Service.DisposeAsync();
    }

    private void Listen()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "supportgrid.empathy.external.turns")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _outcomes.Enqueue((string)tags[0].Value!));
        _listener.Start();
    }
}
