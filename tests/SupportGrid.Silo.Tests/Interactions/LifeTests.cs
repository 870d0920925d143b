using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Interactions;

/// <summary>From the connection to the end, and back.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task Transfer_ToAQueue_FreesTheAgentAndGoesToSomebodyElse()
    {
        await using var centre = await CentreWith(null, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");

        await TransferAsync(centre, first.Agent, "orders", toAgent: null);

        var second = await centre.StateOf<Offered>("i-1", s => s.Facts.Queue == "orders");
        Assert.Equal(1, second.Facts.Transfers);
        await centre.SessionOf(first.Agent, s => s.Work.IsEmpty, "the first agent to have no work");
    }

    [Fact]
    public async Task Transfer_ToAnAgent_WaitsForThatAgentAloneUntilTheTimeIsOver()
    {
        await using var centre = await CentreWith(null, "ana", "ben");
        await centre.TellAsync("ben", new ChangePresence(Given.Pause, false, "agent", default));
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        Assert.Equal("ana", first.Agent);
        await TransferAsync(centre, "ana", "orders", toAgent: "ben");
        await centre.FreeAsync("ana");
        await centre.StateOf<Queued>("i-1", s => s.Facts.Direct?.Agent == "ben");

        await centre.PassAsync(TimeSpan.FromSeconds(61));

        Assert.Equal("ana", (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Transfer_ToAnAgentWhoIsFree_IsOfferedToThatAgent()
    {
        await using var centre = await CentreWith(null, "ana", "ben", "cem");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        var to = first.Agent == "cem" ? "ana" : "cem";

        await TransferAsync(centre, first.Agent, "orders", to);

        Assert.Equal(to, (await centre.OfferOf("i-1")).Agent);
    }

    [Theory]
    [InlineData("nowhere", "QUEUE_UNKNOWN")]
    [InlineData("orders", "QUEUE_RETIRED")]
    public async Task Transfer_ToAQueueThatTakesNothing_IsRefused(string queue, string code)
    {
        await using var centre = await CentreWith(null, "ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        await RetireOrdersAsync(centre);

        var reply = await centre.Interaction("i-1")
            .Transfer(new TransferRequest("ana", "ana", queue, null, ""), centre.Meta());

        Assert.Equal(code, reply.Refusal?.Code);
    }

    [Theory]
    [InlineData("nowhere", "QUEUE_UNKNOWN")]
    [InlineData("orders", "QUEUE_RETIRED")]
    public async Task Open_InAQueueThatTakesNothing_IsRefused(string queue, string code)
    {
        await using var centre = await CentreWith(null);
        await RetireOrdersAsync(centre);

        var reply = await centre.Interaction("i-1")
            .Open(new OpenRequest("zoe", "Zoe", Channel.Chat, queue, "s", null, [], 0), centre.Meta());

        Assert.Equal(code, reply.Refusal?.Code);
        Assert.IsType<Absent>((await centre.Interaction("i-1").Read()).State);
    }

    [Fact]
    public async Task Open_WithTheSameRequest_GivesTheFirstAnswer()
    {
        await using var centre = await CentreWith(null);
        var request = new OpenRequest("zoe", "Zoe", Channel.Chat, "billing", "s", "hello", [], 0);
        var meta = centre.Meta();

        var first = await centre.Interaction("i-1").Open(request, meta);
        var second = await centre.Interaction("i-1").Open(request, meta);

        Assert.Equal(first with { Repeated = true }, second);
    }

    [Fact]
    public async Task Open_OutsideOfTheHoursOfAQueueThatRefuses_IsRefused()
    {
        var hours = new OpeningHours(
            "UTC", [new OpenSpan(DayOfWeek.Sunday, TimeOnly.MinValue, TimeOnly.MaxValue)], WhenClosed.Refuse);
        await using var centre = await CentreWith(q => q with { Hours = hours });

        var reply = await centre.Interaction("i-1")
            .Open(new OpenRequest("zoe", "Zoe", Channel.Chat, "billing", "s", null, [], 0), centre.Meta());

        Assert.Equal(InteractionRefusals.QueueClosed, reply.Refusal);
    }

    [Fact]
    public async Task Open_ByACustomerWhoWasServedBefore_PrefersTheLastAgent()
    {
        await using var centre = await CentreWith(q => q with { WrapUp = q.WrapUp with { Mode = WrapUpMode.None } }, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        await centre.AskAsync("i-1", new EndContact(first.Agent, default));
        await centre.FreeAsync(first.Agent);
        await Eventually.Of(
            async () => (await centre.Customer("zoe").Read()).State is Customer.Acquainted { LastService: { } last } ? last : null,
            "the customer to remember who served");

        await centre.OpenAsync("i-2");

        Assert.Equal(first.Agent, (await centre.OfferOf("i-2")).Agent);
    }

    [Fact]
    public async Task Hold_AndRetrieve_KeepTheAgent()
    {
        await using var centre = await CentreWith(null, "ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");

        await centre.AskAsync("i-1", new HoldInteraction("ana", default));
        await centre.StateOf<Held>("i-1");
        await centre.PassAsync(TimeSpan.FromSeconds(7));
        await centre.AskAsync("i-1", new RetrieveInteraction("ana", default));

        await centre.StateOf<Connected>("i-1");
        var retrieved = Assert.Single((await centre.EventsOf("i-1")).OfType<InteractionRetrieved>());
        Assert.Equal(TimeSpan.FromSeconds(7), retrieved.HeldFor);
    }

    [Fact]
    public async Task WrapUp_None_ClosesWithTheContact()
    {
        await using var centre = await CentreWith(q => q with { WrapUp = q.WrapUp with { Mode = WrapUpMode.None } }, "ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");

        await centre.AskAsync("i-1", new EndContact("ana", default));

        await centre.StateOf<Closed>("i-1");
        await centre.FreeAsync("ana");
    }

    [Fact]
    public async Task WrapUp_Timed_ClosesByItselfAndFreesTheAgent()
    {
        await using var centre = await CentreWith(
            q => q with { WrapUp = new WrapUpPolicy(WrapUpMode.Timed, TimeSpan.FromSeconds(30), []) }, "ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        await centre.AskAsync("i-1", new EndContact("ana", default));
        await centre.SessionOf("ana", s => s.Work is [{ Stage: WorkStage.Wrapping }], "ana to wrap up");

        await centre.PassAsync(TimeSpan.FromSeconds(31));

        Assert.Equal("timeout", (await centre.StateOf<Closed>("i-1")).WrapUpCode);
        await centre.FreeAsync("ana");
    }

    [Fact]
    public async Task WrapUp_Forced_ClosesOnlyWithACode()
    {
        await using var centre = await CentreWith(
            q => q with { WrapUp = new WrapUpPolicy(WrapUpMode.Forced, TimeSpan.FromSeconds(30), ["solved"]) }, "ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        await centre.AskAsync("i-1", new EndContact("ana", default));

        await centre.PassAsync(TimeSpan.FromHours(1));
        var without = await centre.Interaction("i-1")
            .Execute(new CompleteWrapUp("ana", null, "", default), centre.Meta());
        await centre.AskAsync("i-1", new CompleteWrapUp("ana", "solved", "", default));

        Assert.Equal(InteractionRefusals.WrapUpCodeRequired, without.Refusal);
        Assert.Equal("solved", (await centre.StateOf<Closed>("i-1")).WrapUpCode);
    }

    [Fact]
    public async Task Reopen_AfterClosing_PrefersTheAgentWhoServed()
    {
        await using var centre = await CentreWith(q => q with { WrapUp = q.WrapUp with { Mode = WrapUpMode.None } }, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        await centre.AskAsync("i-1", new EndContact(first.Agent, default));
        await centre.FreeAsync(first.Agent);

        var reply = await centre.Interaction("i-1").Reopen(Party.Customer, "zoe", centre.Meta());

        Assert.Null(reply.Refusal);
        Assert.Equal(first.Agent, (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Reopen_OfWhatNeverWas_IsRefused()
    {
        await using var centre = await CentreWith(null);

        var reply = await centre.Interaction("i-1").Reopen(Party.Customer, "zoe", centre.Meta());

        Assert.Equal(InteractionRefusals.NoSuchInteraction, reply.Refusal);
    }

    [Fact]
    public async Task SwitchChannel_InATalk_AsksTheSameAgentFirst()
    {
        await using var centre = await CentreWith(null, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");

        await centre.AskAsync("i-1", new SwitchChannel(Channel.Voice, TimeSpan.FromSeconds(30), default));

        var offered = await centre.StateOf<Offered>("i-1", s => s.Facts.Channel == Channel.Voice);
        Assert.Equal(first.Agent, offered.Agent);
    }

    [Fact]
    public async Task Supervisor_MovesATalk_ToAnotherAgent()
    {
        await using var centre = await CentreWith(null, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        var other = first.Agent == "ana" ? "ben" : "ana";

        var reply = await centre.Interaction("i-1")
            .Transfer(new TransferRequest(null, "sue", "billing", other, "help"), centre.Meta("sue"));

        Assert.Null(reply.Refusal);
        Assert.Equal(other, (await centre.OfferOf("i-1")).Agent);
        await centre.SessionOf(first.Agent, s => s.Work.IsEmpty, "the first agent to have no work");
    }

    [Fact]
    public async Task AgentLost_InATalk_PutsTheInteractionBackAtItsPlace()
    {
        await using var centre = await CentreWith(null, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.ConnectAsync("i-1");
        var place = first.Facts.Place;

        await centre.TellAsync(first.Agent, new SignOut(true, "signed_out", first.Agent, default));

        var offered = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.NotEqual(first.Agent, offered.Agent);
        Assert.Equal(place, offered.Facts.Place);
    }

    private static async Task TransferAsync(Centre centre, string agent, string queue, string? toAgent)
    {
        var reply = await centre.Interaction("i-1")
            .Transfer(new TransferRequest(agent, agent, queue, toAgent, "note"), centre.Meta(agent));
        Assert.Null(reply.Refusal);
    }

    private static async Task RetireOrdersAsync(Centre centre)
    {
        await centre.ConfigureAsync(Given.Configuration(queues: [Given.Queue("billing")]));
        await Eventually.Of(
            async () => (await centre.Queue("orders").Read()).State is QueueState.Defined { Retired: true } ? "yes" : null,
            "the queue to be retired");
    }

    private static async Task<Centre> CentreWith(Func<QueuePolicy, QueuePolicy>? policy, params string[] agents)
    {
        var centre = await Centre.StartAsync();
        var queues = new[] { Given.Queue("billing"), Given.Queue("orders") }.Select(policy ?? (static q => q));
        await centre.ConfigureAsync(Given.Configuration(queues));
        await centre.SignInAsync(agents);
        return centre;
    }
}
