using System.Collections.Concurrent;
using SupportGrid.Api.V1;
using SupportGrid.Empathy.External.Tests.Support;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;
using SupportGrid.Functional.Tests.Telemetry;

namespace SupportGrid.Functional.Tests.External;

/// <summary>The real server with a model outside of it: what leaves, what comes back, and what does not.</summary>
public sealed class ExternalModelTests
{
    private const string Consenting = """
        queues:
          support: { display-name: Support, empathy: { external-model: true }, wrap-up: { mode: none } }
        agents:
          ana: { display-name: Anneliese Obermoser }
        """;

    private const string On = "--external-endpoint http://127.0.0.1:1/v1 --external-model m";

    private const string Key = "a-key-that-nobody-may-see";

    private static readonly string[] Personal =
        ["Zimmermann", "Obermoser", "zoe@example.org", "79 123 45 67", "4111", Key];

    [Fact]
    public async Task A_desk_sees_a_cue_that_names_the_model_and_nothing_personal_leaves()
    {
        await using var service = await StandInService.StartAsync();
        var keys = new ConcurrentBag<string>();
        service.Answer = context =>
        {
            keys.Add($"{context.Request.Headers.Authorization} {context.Request.Headers.TraceParent}");
            return StandInService.Says(context, Answers.Good);
        };
        await using var sink = await CollectorSink.StartAsync();
        var world = await StartAsync(service, "--otlp", sink.Address, "--trace-percent", "100");
        await using (var ana = await TestDesk.SignInAsync(world, "ana"))
        {
            var interaction = await world.OpenAsync("zimmermann", first: "Good morning.");
            await ana.TakeAsync(interaction);
            await ana.SayAsync(interaction, "Anneliese Obermoser here, good morning.");
            await world.SayAsync(
                interaction, "zimmermann", "It is Zimmermann, zoe@example.org, +41 79 123 45 67, 4111 1111 1111 1111.");

            var empathy = await ana.UntilAsync(
                r => r.Empathy?.OpenCues.Count > 0 || r.CueShown is not null, "a cue");
            var cue = empathy.CueShown?.Cue ?? empathy.Empathy.OpenCues[0];
            Assert.False(cue.Alert);
            Assert.All(cue.Evidence, static e => Assert.Equal("stand-in a-model", e.Model));
            Assert.Contains("stand-in a-model", cue.Evidence[0].Sentence, StringComparison.Ordinal);
            var sent = (await service.NextRequestAsync()).GetRawText()
                + (await service.NextRequestAsync()).GetRawText();
            Assert.All(Personal, p => Assert.DoesNotContain(p, sent, StringComparison.OrdinalIgnoreCase));
            Assert.Contains("[card]", sent, StringComparison.Ordinal);

            var timeline = await TimelineAsync(world, interaction);
            Assert.Contains(timeline, static e => e.Type == "ReadingRevised");
            await world.LeaveAsync(interaction, "zimmermann");
        }

        // No header of a trace goes along.
        Assert.All(keys, k => Assert.Equal($"Bearer {Key} ", k));
        var output = world.Server.Output;
        Assert.Equal(0, await world.Server.StopAsync());
        await world.DisposeAsync();

        var (traces, metrics, logs) = (sink.TextOf("Trace"), sink.TextOf("Metrics"), sink.TextOf("Logs"));
        Assert.Contains("ReadExternally", traces, StringComparison.Ordinal);
        Assert.All(
            ["supportgrid.empathy.external.turns", "supportgrid.empathy.external.duration",
                "supportgrid.empathy.external.tokens", "supportgrid.empathy.external.budget_used"],
            metric => Assert.Contains(metric, metrics, StringComparison.Ordinal));
        Assert.Contains("model a-model at 127.0.0.1", output, StringComparison.Ordinal);
        Assert.All(
            Personal,
            p => Assert.DoesNotContain(p, traces + metrics + logs + output, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_that_is_killed_while_the_model_thinks_neither_asks_again_nor_revises_twice()
    {
        await using var service = await StandInService.StartAsync();
        service.Answer = static context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var world = await StartAsync(service);
        var interaction = await world.OpenAsync("c1", first: "Good morning.");
        await service.NextRequestAsync();

        await world.Server.KillAsync();
        service.Answer = static context => StandInService.Says(context, Answers.Good);
        await world.Server.StartAgainAsync();
        await world.SayAsync(interaction, "c1", "Is anybody there?");
        await Eventually.Holds(
            async () => (await TimelineAsync(world, interaction)).Any(static e => e.Type == "ReadingRevised"),
            "the second message to be revised");

        await world.Server.KillAsync();
        await world.Server.StartAgainAsync();
        await world.SayAsync(interaction, "c1", "Hello?");
        await Eventually.Holds(
            async () => (await TimelineAsync(world, interaction)).Count(static e => e.Type == "ReadingRevised") == 2,
            "the third message to be revised");

        Assert.Equal(
            ["Message 2 was read by stand-in a-model as well.", "Message 3 was read by stand-in a-model as well."],
            (await TimelineAsync(world, interaction)).Where(static e => e.Type == "ReadingRevised")
                .Select(static e => e.Summary));
        Assert.Equal(3, service.Calls);
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Without_its_options_no_server_connects_to_anything()
    {
        await using var service = await StandInService.StartAsync();
        var world = new World { Yaml = Consenting };
        await world.InitializeAsync();
        var interaction = await world.OpenAsync("c1", first: "This is terrible, I am so angry!");
        await world.SayAsync(interaction, "c1", "Hello?");
        await world.LeaveAsync(interaction, "c1");

        Assert.Equal(0, service.Calls);
        Assert.DoesNotContain(await TimelineAsync(world, interaction), static e => e.Type == "ReadingRevised");
        Assert.DoesNotContain("external", world.Server.Output, StringComparison.OrdinalIgnoreCase);
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("--external-model m", "--external-model needs --external-endpoint")]
    [InlineData("--external-endpoint http://a.example.org --external-model m", "--external-endpoint: it must be https")]
    [InlineData("--external-endpoint nowhere --external-model m", "--external-endpoint: it must be an address")]
    [InlineData("--external-endpoint http://127.0.0.1:1/v1", "--external-model: it must name a model")]
    [InlineData(On + " --external-time-limit-ms 99", "--external-time-limit-ms: it must be 100 to 30000, not 99.")]
    [InlineData(On + " --external-calls-max many", "Cannot parse argument 'many'")]
    [InlineData(On + " --external-budget-day 5", "--external-budget-day: it needs a price")]
    [InlineData(On + " --external-price-input 0,5", "--external-price-input: it must be a number such as 0.15")]
    [InlineData(On + " --external-for a/b/c", "--external-for: it must be TENANT or TENANT/QUEUE")]
    [InlineData(On + " --external-key-file /no/such/file", "--external-key-file cannot be read")]
    public async Task A_wrong_option_is_a_usage_error_that_names_it_and_its_rule(string arguments, string said)
    {
        var (code, output) = await ServerProcess.RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    private static async Task<World> StartAsync(StandInService service, params string[] more)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Key + "\n");
        var world = new World
        {
            Yaml = Consenting,
            Arguments =
            [
                "--external-endpoint", service.Endpoint.AbsoluteUri, "--external-model", "a-model",
                "--external-name", "stand-in", "--external-key-file", file, "--external-time-limit-ms", "30000",
                "--external-price-input", "0.5", "--external-budget-hour", "20", "--external-for", "main/support",
                .. more,
            ],
        };
        await world.InitializeAsync();
        return world;
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(World world, string interaction) =>
        (await world.Supervisor.CallAsync(
            world.Supervisor.Supervision.GetInteractionAsync,
            new GetInteractionRequest { InteractionId = interaction })).Timeline;
}
