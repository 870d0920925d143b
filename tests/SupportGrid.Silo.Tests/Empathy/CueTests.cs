using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.EventSourcing;
using SupportGrid.Silo.Tests.Hosting;
using SupportGrid.Testing;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Empathy;

/// <summary>What is read and shown while a conversation runs, and that it survives what kills a process.</summary>
public sealed class CueTests
{
    private const string Furious = "This is ridiculous, I am so angry and disappointed with your terrible service!";
    private const string Demand = "Let me speak to your manager right now.";

    private static readonly (Party From, string Text)[] Story =
    [
        (Party.Customer, "Hello, my parcel has not arrived."),
        (Party.Agent, "What is your order number?"),
        (Party.Customer, Furious),
        (Party.Agent, "I am sorry, I understand how annoying this is."),
        (Party.Customer, "I have been on hold for an hour and was transferred twice."),
        (Party.Agent, "Unfortunately I cannot see it."),
        (Party.Customer, Demand),
        (Party.Customer, "Thank you, that helps."),
    ];

    [Fact]
    public async Task Say_WhatACustomerFeels_ShowsACueInTheSameAppend()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);

        await SayAsync(centre, Party.Customer, Furious);

        var events = await centre.EventsOf("i-1");
        var said = events.OfType<MessageSaid>().Last();
        var cue = Assert.Single(events.OfType<CueShown>()).Cue;
        Assert.Equal(CueKind.Distress, cue.Kind);
        Assert.Equal(said.MessageId, cue.MessageId);
        Assert.NotEmpty(Furious.Substring(cue.Start, cue.Length));
        Assert.Null(cue.Alert);
        Assert.StartsWith("emotion-en ", said.Reading!.Model, StringComparison.Ordinal);
        Assert.True(said.Reading.Negative > 600, said.Reading.ToString());
    }

    [Fact]
    public async Task Say_APlainDemand_RaisesAnAlertByItsRule()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);

        await SayAsync(centre, Party.Customer, Demand);

        var cue = Assert.Single((await centre.EventsOf("i-1")).OfType<CueShown>()).Cue;
        Assert.Equal(new AlertGround(AlertSource.Rule, "asks-for-manager"), cue.Alert);
        Assert.Contains("manager", Demand.Substring(cue.Start, cue.Length), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_WithACrashAfterEveryTurn_ReadsAndDecidesAsWithoutOne()
    {
        await using var calm = await CentreWith();
        await using var crashing = await CentreWith();
        await TalkAsync(calm);
        await TalkAsync(crashing);

        foreach (var (from, text) in Story)
        {
            await SayAsync(calm, from, text);
            await SayAsync(crashing, from, text);
            await crashing.RestartAfterCrashAsync();
        }

        Assert.Equal(
            Canonical.Of((await StateOf(calm)).Facts.Empathy), Canonical.Of((await StateOf(crashing)).Facts.Empathy));
        Assert.Equal(
            Canonical.OfAll((await calm.EventsOf("i-1")).OfType<MessageSaid>().Select(m => m.Reading)),
            Canonical.OfAll((await crashing.EventsOf("i-1")).OfType<MessageSaid>().Select(m => m.Reading)));
    }

    [Fact]
    public async Task Story_Snapshot_BringsBackTheSameState()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);
        foreach (var (from, text) in Story)
        {
            await SayAsync(centre, from, text);
        }

        var state = (await StateOf(centre)).Facts.Empathy;
        var back = StateJson.Read<Interaction>(StateJson.Write<Interaction>(await StateOf(centre)));

        Assert.NotEmpty(state.Cues);
        Assert.Equal(Canonical.Of(state), Canonical.Of(((Existing)back).Facts.Empathy));
    }

    [Fact]
    public async Task Say_InAQueueWithoutCues_ReadsNothingAndKeepsNothing()
    {
        await using var centre = await CentreWith(q => q with { Empathy = EmpathyPolicy.Off });
        await TalkAsync(centre);

        await SayAsync(centre, Party.Customer, Furious);
        await SayAsync(centre, Party.Agent, "I am sorry.");

        Assert.All((await centre.EventsOf("i-1")).OfType<MessageSaid>(), m => Assert.Null(m.Reading));
        Assert.Equal(
            Canonical.Of(EmpathyState.Initial with { ExternalFrom = EmpathyState.NoMessage }),
            Canonical.Of((await StateOf(centre)).Facts.Empathy));
    }

    [Fact]
    public async Task Say_WithAReadingThatTheCallerMadeUp_IsReadAnew()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);
        var forged = TurnReading.Blank with { Rules = [new RuleMatch("asks-for-manager", RuleStrength.Alert, 0, 1)] };

        await centre.AskAsync("i-1", new SayMessage(Party.Customer, "zoe", "m-1", "Hello there.", default, forged));

        Assert.Empty((await centre.EventsOf("i-1")).OfType<CueShown>());
    }

    [Fact]
    public async Task Say_AfterAMessageThatWasRefused_ReadsAsIfThatHadNotBeenSaid()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);
        await SayAsync(centre, Party.Customer, Furious);

        // Too long: it is heard before it is refused.
        var refused = await centre.Interaction("i-1").Execute(
            new SayMessage(Party.Customer, "zoe", "long",
                new string('x', InteractionLimits.TextLengthMax + 1), default),
            centre.Meta());
        await SayAsync(centre, Party.Customer, "I said it once and I say it again: where is the parcel?");

        Assert.Equal(InteractionRefusals.TextTooLong, refused.Refusal);
        var said = (await centre.EventsOf("i-1")).OfType<MessageSaid>().Last();
        Assert.DoesNotContain(said.Reading!.EffortFacts, f => f.Cause == EffortCause.Restates);
        Assert.Equal(3, (await StateOf(centre)).Facts.Empathy.CustomerTurns);
    }

    [Fact]
    public async Task Open_ByACustomerWhoWasHereBefore_CountsTheContacts()
    {
        await using var centre = await CentreWith();
        foreach (var id in (string[])["i-1", "i-2"])
        {
            await centre.OpenAsync(id);
            await Eventually.Of(
                async () => (await centre.Customer("zoe").Read()).State is Domain.Customers.Customer.Acquainted s
                    && s.History.Any(c => c.Interaction == id) ? "yes" : null,
                $"the customer to know of {id}");
        }

        await centre.OpenAsync("i-3");

        var events = await centre.EventsOf("i-3");
        Assert.Equal(new ContactsBefore(2, 2), Assert.Single(events.OfType<InteractionOpened>()).Before);
        var cue = Assert.Single(events.OfType<CueShown>()).Cue;
        Assert.Equal(new AlertGround(AlertSource.Fact, "RepeatedContacts"), cue.Alert);
    }

    [Fact]
    public async Task Answer_OfTheAgent_IsKeptAndTheCueIsGone()
    {
        await using var centre = await CentreWith();
        await TalkAsync(centre);
        await SayAsync(centre, Party.Customer, Furious);
        var cue = Assert.Single((await StateOf(centre)).Facts.Empathy.OpenCues).Cue;

        await centre.AskAsync("i-1", new AnswerCue(cue.Id, CueAnswer.Disputed, "ana", EmotionLabels.Sad, default));
        await centre.RestartAfterCrashAsync();

        Assert.Empty((await StateOf(centre)).Facts.Empathy.OpenCues);
        Assert.Equal(EmotionLabels.Sad, Assert.Single((await centre.EventsOf("i-1")).OfType<CueAnswered>()).Label);
    }

    [Fact]
    public async Task Say_WhatStrainsACustomer_IsKnownToTheCustomersActor()
    {
        await using var centre = await CentreWith(static q => q with
        {
            Empathy = EmpathyPolicy.Default with { StrainedFrom = 300 },
        });
        await TalkAsync(centre);

        await SayAsync(centre, Party.Customer, Furious);
        var strained = await ExperienceAsync(centre, e => !e.IsOver);
        await centre.AskAsync("i-1", new EndContact("ana", default));
        await centre.AskAsync("i-1", new CompleteWrapUp("ana", "solved", "", default));
        await ExperienceAsync(centre, e => e.IsOver);
        await centre.RestartAfterCrashAsync();

        Assert.Equal(("i-1", Trajectory.Strained), (strained.Interaction, strained.Trajectory));
        Assert.True((await ExperienceAsync(centre, e => e.IsOver)).Version > strained.Version);
    }

    private static Task<Experience> ExperienceAsync(Centre centre, Func<Experience, bool> where) => Eventually.Of(
        async () => (await centre.Customer("zoe").Read()).State is Domain.Customers.Customer.Acquainted
        {
            LastExperience: { } last,
        } && where(last) ? last : null,
        "the customer's actor to know");

    private static async Task TalkAsync(Centre centre)
    {
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
    }

    private static async Task SayAsync(Centre centre, Party from, string text)
    {
        var number = (await StateOf(centre)).Facts.Transcript.Count;
        await centre.AskAsync(
            "i-1", new SayMessage(from, from == Party.Agent ? "ana" : "zoe", $"m-{number}", text, default));
    }

    private static async Task<Existing> StateOf(Centre centre) =>
        (Existing)(await centre.Interaction("i-1").Read()).State;

    private static async Task<Centre> CentreWith(Func<QueuePolicy, QueuePolicy>? policy = null)
    {
        var centre = await Centre.StartAsync();
        await centre.ConfigureAsync(Given.Configuration([(policy ?? (static q => q))(Given.Queue("billing"))]));
        await centre.SignInAsync("ana");
        return centre;
    }
}
