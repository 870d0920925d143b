using System.Diagnostics;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Empathy.External.Tests.Support;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Empathy.External;

/// <summary>
/// A model outside, behind a real socket, that behaves and misbehaves. Whatever it does, the conversation goes on with
/// the built-in reading.
/// </summary>
public sealed class ExternalModelTests
{
    private const string Furious = "This is ridiculous, I am so angry and disappointed with your terrible service!";
    private const string Polite = "Good morning, the parcel is here.";

    [Fact]
    public async Task Say_WhereTheQueueAllowsIt_IsRevisedAndTheCueNamesTheModel()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.TalkAsync();
        await world.SayAsync(Polite);

        var revised = await world.RevisedAsync("m-1");

        Assert.Equal(("stand-in", "a-model", 1), (revised.Reading.Provider, revised.Reading.Model, revised.Sequence));
        Assert.Equal((120, 40), (revised.Price.InputTokens, revised.Price.OutputTokens));
        var cue = Assert.Single(await world.EventsAsync<CueShown>()).Cue;
        Assert.All(cue.Evidence, e => Assert.Equal("stand-in a-model", e.Model));
        Assert.Null(cue.Alert);
        await world.OutcomeAsync("Revised");
    }

    [Fact]
    public async Task Open_WithAFirstMessage_IsRevisedAsWell()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.Centre.OpenAsync("i-1");

        var first = Assert.Single(await world.EventsAsync<MessageSaid>());
        Assert.NotNull(await world.RevisedAsync(first.MessageId));
    }

    [Fact]
    public async Task Say_WhileTheServiceDoesNotAnswer_IsDurableAndHasItsCueAtOnce()
    {
        await using var world = await OutsideWorld.StartAsync();
        world.NeverAnswer();
        await world.TalkAsync();

        await world.SayAsync(Furious);

        var cue = Assert.Single(await world.EventsAsync<CueShown>()).Cue;
        Assert.Equal(("m-1", CueKind.Distress), (cue.MessageId, cue.Kind));
        await world.Service.NextRequestAsync();
        Assert.Empty(await world.EventsAsync<ReadingRevised>());
    }

    [Fact]
    public async Task Say_WhileTheServiceIsSlow_KeepsTheBuiltInReading()
    {
        await using var world = await OutsideWorld.StartAsync();
        world.NeverAnswer();
        await world.TalkAsync();
        await world.SayAsync(Furious);
        await world.Service.NextRequestAsync();

        world.Centre.Time.Advance(TimeSpan.FromSeconds(3));

        await world.OutcomeAsync("TimedOut");
        Assert.Empty(await world.EventsAsync<ReadingRevised>());
        Assert.Equal(1, world.Service.Calls);
    }

    [Fact]
    public async Task Say_WhileTheServiceFails_IsAskedOnceATurnUntilTheServiceIsLeftAlone()
    {
        await using var world = await OutsideWorld.StartAsync();
        world.Service.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await world.TalkAsync();
        for (var turn = 1; turn <= 10; turn++)
        {
            await world.SayAsync(Polite);
            await world.OutcomeAsync("Failed", turn);
        }

        await world.SayAsync(Polite);
        await world.OutcomeAsync("CircuitOpen");

        Assert.Equal(10, world.Service.Calls);
        Assert.Empty(await world.EventsAsync<ReadingRevised>());
        Assert.Equal(11, (await world.StateAsync()).Facts.Empathy.CustomerTurns);

        // One line for each reason and minute, however many turns there were.
        Assert.Single(world.Centre.Log.Lines, static l => l.Contains("Failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I am sure that she is angry.")]
    [InlineData("""{"emotion":{"angry":1},"abuse":0,"dissatisfied":0,"satisfied":0}""")]
    [InlineData("""{"alert":true}""")]
    public async Task Say_WhileTheModelLies_KeepsTheBuiltInReading(string answer)
    {
        await using var world = await OutsideWorld.StartAsync();
        world.Service.Answer = context => StandInService.Says(context, answer);
        await world.TalkAsync();
        await world.SayAsync(Polite);

        await world.OutcomeAsync("Invalid");
        Assert.Empty(await world.EventsAsync<ReadingRevised>());
        Assert.Empty(await world.EventsAsync<CueShown>());
    }

    [Fact]
    public async Task Say_WithPersonalData_LeavesNoneOfItOnTheWire()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.TalkAsync();
        await world.SayAsync("Good morning, Ms Zimmermann, Anneliese Obermoser here.", Party.Agent);
        await world.SayAsync("Zoë here: zoe@example.org, +41 79 123 45 67, 4111 1111 1111 1111. I live near here.");

        var body = (await world.Service.NextRequestAsync()).GetRawText();

        string[] personal =
            ["Zoë", "Zimmermann", "Anneliese", "Obermoser", "example.org", "79 123", "4111", "top-secret"];
        Assert.All(personal, p => Assert.DoesNotContain(p, body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("[email]", body, StringComparison.Ordinal);
        Assert.Contains("I live near here", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_AfterATransfer_TakesNothingAlongThatWasSaidInAnotherQueue()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.TalkAsync("orders");
        await world.SayAsync("Said in confidence.");
        await world.Centre.Interaction("i-1").Transfer(
            new TransferRequest("ana", "ana", "billing", null, ""), world.Centre.Meta());
        await world.SayAsync("Said where it may leave.");
        await world.SayAsync("And once more.");

        var requests = (await world.Service.NextRequestAsync()).GetRawText()
            + (await world.Service.NextRequestAsync()).GetRawText();
        Assert.DoesNotContain("confidence", requests, StringComparison.Ordinal);
        Assert.Contains("may leave", requests, StringComparison.Ordinal);
        Assert.Contains("once more", requests, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_WhereNobodySaidThatItMay_MakesNoConnection()
    {
        // Not the host, though the queue does; not the queue; not the host for this queue.
        await using var off = await OutsideWorld.StartAsync(static _ => new ExternalModelOptions());
        await using var unwilling = await OutsideWorld.StartAsync(null, Given.Queue("billing"));
        await using var elsewhere = await OutsideWorld.StartAsync(static endpoint => new ExternalModelOptions
        {
            Endpoint = endpoint, Model = "m", For = ["acme/orders", "another"],
        });
        foreach (var world in (OutsideWorld[])[off, unwilling, elsewhere])
        {
            await world.TalkAsync();
            await world.SayAsync(Furious);
            await world.SayAsync("Hello?", Party.Agent);
            await world.SayAsync(Polite);
            await world.Centre.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((0, 0, 0), (off.Service.Calls, unwilling.Service.Calls, elsewhere.Service.Calls));
        Assert.Equal((0, 0, 0), (off.Outcomes.Count, unwilling.Outcomes.Count, elsewhere.Outcomes.Count));
    }

    [Fact]
    public async Task Say_AfterTheQueueTookItBack_LeavesNoMore()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.TalkAsync();
        await world.SayAsync(Polite);
        await world.RevisedAsync("m-1");

        await world.Centre.ConfigureAsync(Given.Configuration([Given.Queue("billing")], [Given.Agent("ana")]));
        await Eventually.Holds(
            async () => (await world.Centre.Queue("billing").Read()).State
                is QueueState.Defined { Policy.Empathy: null or { ExternalModel: false } },
            "the queue to take it back");
        await world.SayAsync("It is still under the old policy.");

        await world.OutcomeAsync("Withdrawn");
        Assert.Equal(1, world.Service.Calls);
    }

    [Fact]
    public async Task Answer_AfterTheContact_IsTooLate()
    {
        await using var world = await OutsideWorld.StartAsync();
        var release = new TaskCompletionSource();
        world.Service.Answer = async context =>
        {
            await release.Task;
            await StandInService.Says(context, Answers.Good);
        };
        await world.TalkAsync();
        await world.SayAsync(Polite);
        await world.Service.NextRequestAsync();
        await world.Centre.AskAsync("i-1", new EndContact("ana", default));
        release.SetResult();

        await world.OutcomeAsync("Settled");
        Assert.Empty(await world.EventsAsync<ReadingRevised>());
    }

    [Fact]
    public async Task Crash_BeforeTheAnswer_NeitherAsksAgainNorRevises()
    {
        await using var world = await OutsideWorld.StartAsync();
        world.NeverAnswer();
        await world.TalkAsync();
        await world.SayAsync(Polite);
        await world.Service.NextRequestAsync();
        await world.Centre.RestartAfterCrashAsync();
        world.Service.Answer = static context => StandInService.Says(context, Answers.Good);

        // The same message under another request, and the next one.
        await world.Centre.AskAsync("i-1", new SayMessage(Party.Customer, "zoe", "m-1", Polite, default));
        await world.SayAsync("Are you there?");
        await world.RevisedAsync("m-2");

        Assert.Equal("m-2", Assert.Single(await world.EventsAsync<ReadingRevised>()).MessageId);
        Assert.Equal(2, world.Service.Calls);
    }

    [Fact]
    public async Task Crash_AfterTheAnswer_FoldsToTheSameState()
    {
        await using var world = await OutsideWorld.StartAsync();
        await world.TalkAsync();
        await world.SayAsync(Polite);
        await world.SayAsync("Well.");
        await world.RevisedAsync("m-1");
        await world.RevisedAsync("m-2");
        var before = Canonical.Of((await world.StateAsync()).Facts.Empathy);

        await world.Centre.RestartAfterCrashAsync();

        Assert.Equal(before, Canonical.Of((await world.StateAsync()).Facts.Empathy));
    }

    [Fact]
    public async Task Say_MoreThanTheLineHolds_LetsTurnsGo()
    {
        await using var world = await OutsideWorld.StartAsync(static endpoint => new ExternalModelOptions
        {
            Endpoint = endpoint, Model = "m", CallsMax = 1, WaitingMax = 1,
        });
        world.NeverAnswer();
        await world.TalkAsync();
        await world.SayAsync("one");
        await world.Service.NextRequestAsync();
        await world.SayAsync("two waits");
        await world.SayAsync("three goes");

        await world.OutcomeAsync("QueueFull");
        Assert.Equal(1, world.Service.Calls);
    }

    [Fact]
    public async Task Say_WhenTheBudgetIsUsedUp_AsksAgainInTheNextHour()
    {
        // A question may cost some 4,500 units until the service says that it had 160 tokens.
        await using var world = await OutsideWorld.StartAsync(static endpoint => new ExternalModelOptions
        {
            Endpoint = endpoint,
            Model = "m",
            PricePerMillionInputTokens = 1_000_000,
            PricePerMillionOutputTokens = 1_000_000,
            BudgetPerHour = 5_000,
        });
        await world.TalkAsync();
        var asked = 0;
        while (!world.Outcomes.Contains("BudgetUsedUp") && asked < 10)
        {
            await world.SayAsync("Turn.");
            asked++;
            await Eventually.Holds(() => world.Outcomes.Count == asked, "the turn to be read or let go");
        }

        Assert.InRange(world.Service.Calls, 1, 9);
        Assert.Equal(asked - 1, world.Service.Calls);
        Assert.Equal(160_000_000, (await world.EventsAsync<ReadingRevised>())[0].Price.CostMillionths);

        world.Centre.Time.Advance(TimeSpan.FromHours(1));
        await world.SayAsync("Another hour.");
        await world.OutcomeAsync("Revised", asked);
    }

    [Fact]
    public async Task Say_WithAClientOfSomebodyElse_IsRevisedWithoutTheProtocol()
    {
        using var client = new OwnClient();
        await using var world = await OutsideWorld.StartAsync(null, client);
        await world.TalkAsync();
        await world.SayAsync(Polite);

        var revised = await world.RevisedAsync("m-1");
        Assert.Equal((0, 0), (revised.Price.InputTokens, revised.Price.OutputTokens));
        Assert.Equal(0, world.Service.Calls);
    }

    [Fact]
    public async Task Span_OfAQuestion_SaysOutcomeAndTokensAndNoText()
    {
        var ended = new TaskCompletionSource<Activity>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = static s => s.Name == ExternalTurnReader.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("supportgrid.brain") is "of-spans")
                {
                    ended.TrySetResult(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var world = await OutsideWorld.StartAsync(static endpoint => new ExternalModelOptions
        {
            Endpoint = endpoint, Model = "m", Name = "of-spans",
        });
        await world.TalkAsync();
        await world.SayAsync(Polite);

        var span = await ended.Task.Within("the span of a question");
        Assert.Equal("ReadExternally", span.OperationName);
        Assert.Equal("Revised", span.GetTagItem("supportgrid.outcome"));
        Assert.Equal(120L, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.All(span.TagObjects, t => Assert.DoesNotContain(
            "parcel", $"{t.Key} {t.Value}", StringComparison.OrdinalIgnoreCase));
    }
}
