using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Whole;
using Watched = Grpc.Core.AsyncServerStreamingCall<SupportGrid.Api.V1.WatchDeskResponse>;

namespace SupportGrid.Gateway.Tests.Empathy;

/// <summary>Routing that takes empathy into account, as a customer, two agents and a supervisor meet it.</summary>
[Collection(GatewayCollection.Name)]
public sealed class CaringOverGrpcTests(RunningGateway gateway)
{
    private const string Furious = "This is ridiculous, I am so angry and disappointed with your terrible service!";

    private const string Yaml =
        """
        queues:
          general:
            display-name: General
            prefer-last-agent-for: 0s
            wrap-up: { mode: none }
            empathy:
              routing:
                distress-priority: 20
                emotional-load-weight: 50
                emotional-load-scale: 1s
                emotional-load-half-life: 7d
        agents:
          ana: { display-name: Ana, capacity: { units: 100, chat: { cost: 100, limit: 1 } } }
          ben: { display-name: Ben, capacity: { units: 100, chat: { cost: 100, limit: 1 } } }
        """;

    [Fact]
    public async Task Offers_WithBothTermsOn_GoByDistressAndByLoadUntilTheAgentOptsOut()
    {
        var floor = await Floor.Open(gateway, Yaml);
        var calm = await OpenAsync(floor, "bob");
        var upset = await OpenAsync(floor, "ann");
        await UpsetAsync(floor, upset, calm);
        using var ana = await SignInAsync(floor, "ana");

        // The upset customer first, and the desk is not told why: an agent who is only asked sees nothing of it.
        var offer = await TakeAsync(floor, ana, "ana", upset);
        Assert.DoesNotContain("upset", offer.Why + offer.DecisionJson, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "20 points earlier in the line because the customer is upset",
            await ExplainAsync(floor, upset),
            StringComparison.Ordinal);
        await HaveAHardTimeAsync(floor, ana, upset);
        await EndAsync(floor, "ana", upset);
        var loaded = await ana.Next(static r => r.Agent?.EmotionalLoad is { Spells.Count: > 0 }, "the load");
        var load = loaded.Agent.EmotionalLoad;
        var spell = load.Spells[^1];
        Assert.Equal((upset, "general", Trajectory.Upset), (spell.InteractionId, spell.Queue, spell.Trajectory));
        Assert.True(load.Minutes > 0.003, load.ToString());

        // It excludes nobody: Ana is the only one who is there.
        await TakeAsync(floor, ana, "ana", calm);
        await EndAsync(floor, "ana", calm);
        using var ben = await SignInAsync(floor, "ben");

        // Ana is free for longer.
        var third = await OpenAsync(floor, "cid");
        var lighter = await TakeAsync(floor, ben, "ben", third);
        Assert.Equal("Offered to Ben because Ben has had fewer hard conversations lately.", lighter.Why);
        Assert.DoesNotContain("ana", lighter.DecisionJson, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Next would have been Ana", await ExplainAsync(floor, third), StringComparison.Ordinal);
        await EndAsync(floor, "ben", third);

        await AssertNobodyElseSeesItAsync(floor, load);
        await OptAsync(floor, optedOut: true);
        var without = (await ana.Next(static r => r.Agent?.EmotionalLoad is { OptedOut: true }, "the choice")).Agent;
        Assert.Empty(without.EmotionalLoad.Spells);
        Assert.Equal(0, without.EmotionalLoad.Minutes);
        await TakeAsync(floor, ana, "ana", await OpenAsync(floor, "dan"));
    }

    [Fact]
    public async Task SetEmotionalLoad_SignedOut_HoldsWhenTheAgentIsBack()
    {
        var floor = await Floor.Open(gateway, Yaml);
        await OptAsync(floor, optedOut: true);

        using var desk = floor.Desk.WatchDesk(new WatchDeskRequest(), await SignedInAsync(floor, "ana"));

        Assert.True((await desk.Next(static r => r.Agent is not null, "the session")).Agent.EmotionalLoad.OptedOut);
        await OptAsync(floor, optedOut: false);
        await desk.Next(static r => r.Agent?.EmotionalLoad is { OptedOut: false }, "the other choice");
    }

    [Fact]
    public async Task Desk_InADefaultTenant_SeesTheWholeRecordAndNoLoad()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await SignInAsync(floor, "ana");
        var id = await floor.AnnOpens(Furious);

        var offer = (await desk.Next(r => r.Offer?.InteractionId == id, "the offer")).Offer;

        var recorded = await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id }, floor.Boss);
        Assert.Equal(recorded.DecisionJson, offer.DecisionJson);
        Assert.DoesNotContain("empathy", offer.DecisionJson, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("distress", offer.DecisionJson, StringComparison.OrdinalIgnoreCase);
    }

    private async Task AssertNobodyElseSeesItAsync(Floor floor, EmotionalLoad load)
    {
        Assert.NotEmpty(load.Spells);
        var agents = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest(), floor.Boss);
        Assert.All(agents.Agents, static a => Assert.Null(a.EmotionalLoad));
        using var watched = floor.Supervision.WatchAgents(new WatchAgentsRequest(), floor.Boss);
        Assert.Null((await watched.Next(static r => r.Agent?.AgentId == "ana", "Ana in the list")).Agent.EmotionalLoad);
        using var events = new EventsService.EventsServiceClient(gateway.Channel).WatchEvents(
            new WatchEventsRequest { From = StartFrom.Beginning, Types_ = { "EmotionalLoadNoted" } },
            floor.As(Role.Service, "crm"));
        Assert.Equal("{}", (await events.Next(static r => r.Event is not null, "the event")).Event.DataJson);
    }

    private static async Task<string> OpenAsync(Floor floor, string customer) =>
        (await floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest
            {
                RequestId = floor.Next(),
                CustomerName = customer,
                Channel = Channel.Chat,
                Queue = "general",
                FirstMessage = "Hello",
            },
            floor.As(Role.Customer, customer))).InteractionId;

    /// <summary>Ann, who came second, gets angry while waiting, until she is first in the line.</summary>
    private static async Task UpsetAsync(Floor floor, string upset, string calm)
    {
        using var line = floor.Supervision.WatchQueue(new WatchQueueRequest { Queue = "general" }, floor.Boss);
        await line.Next(r => Places(r).SequenceEqual([calm, upset]), "both in the order in which they came");
        await SayAsync(floor, upset);
        await SayAsync(floor, upset);
        await line.Next(r => Places(r).SequenceEqual([upset, calm]), "the upset one first");
    }

    private static IEnumerable<string> Places(WatchQueueResponse response) =>
        response.Line.Select(static place => place.InteractionId);

    private static async Task SayAsync(Floor floor, string id) => await floor.Customers.SendCustomerMessageAsync(
        new SendCustomerMessageRequest { RequestId = floor.Next(), InteractionId = id, Text = Furious }, floor.Ann);

    /// <summary>Ann goes on being angry for some tenths of a second: some tenths of a full load here.</summary>
    private static async Task HaveAHardTimeAsync(Floor floor, Watched ana, string id)
    {
        DateTimeOffset? first = null;
        for (var at = DateTimeOffset.MinValue; at - (first ?? at) < TimeSpan.FromMilliseconds(400) || first is null;)
        {
            await SayAsync(floor, id);
            var said = await ana.Next(r => r.Message?.InteractionId == id, "what Ann said");
            at = said.Message.Message.At.ToDateTimeOffset();
            first ??= at;
        }
    }

    private static async Task<Metadata> SignedInAsync(Floor floor, string agent)
    {
        var by = floor.As(Role.Agent, agent);
        await floor.Desk.SignInAsync(new SignInRequest { RequestId = floor.Next() }, by);
        return by;
    }

    private static async Task<Watched> SignInAsync(Floor floor, string agent)
    {
        var desk = floor.Desk.WatchDesk(new WatchDeskRequest(), await SignedInAsync(floor, agent));
        await desk.Next(static r => r.Synced is not null, "the desk to be synced");
        return desk;
    }

    /// <summary>Waits for the offer of an interaction to this agent and accepts it.</summary>
    private static async Task<Offer> TakeAsync(Floor floor, Watched desk, string agent, string id)
    {
        var offer = (await desk.Next(r => r.Offer is not null, $"an offer to {agent}")).Offer;
        Assert.Equal(id, offer.InteractionId);
        await floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = offer.OfferId },
            floor.As(Role.Agent, agent));
        await desk.Next(r => r.Agent?.Work.Any(w => w.InteractionId == id) ?? false, $"{agent} to have it");
        return offer;
    }

    private static async Task EndAsync(Floor floor, string agent, string id) => await floor.Desk.EndContactAsync(
        new EndContactRequest { RequestId = floor.Next(), InteractionId = id }, floor.As(Role.Agent, agent));

    private static async Task<string> ExplainAsync(Floor floor, string id) =>
        (await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id }, floor.Boss)).Sentences.Single();

    private static async Task OptAsync(Floor floor, bool optedOut) => await floor.Desk.SetEmotionalLoadAsync(
        new SetEmotionalLoadRequest { RequestId = floor.Next(), OptedOut = optedOut }, floor.Ana);
}
