using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class DeskServiceTests(RunningGateway gateway)
{
    [Fact]
    public async Task OfferToWrapUp_ThroughTheApi_LeavesATimelineAndADecisionThatReplays()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        await desk.Next(r => r.Synced is not null, "the desk to be synced");
        var id = await floor.AnnOpens();
        var offer = (await desk.Next(r => r.Offer is not null, "the offer")).Offer;
        Assert.Equal(id, offer.InteractionId);

        var accept = new AcceptOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = offer.OfferId };
        await floor.Desk.AcceptOfferAsync(accept, floor.Ana);
        Assert.True((await floor.Desk.AcceptOfferAsync(accept, floor.Ana)).Receipt.Repeated);
        await desk.Next(r => r.Interaction?.InteractionId == id, "the accepted interaction");
        await Talk(floor, id);
        var known = await floor.Desk.GetCustomerAsync(new GetCustomerRequest { InteractionId = id }, floor.Ana);
        Assert.Equal(("ann", "Ann"), (known.Customer.CustomerId, known.Customer.Name));
        var end = new EndContactRequest { RequestId = floor.Next(), InteractionId = id };
        Assert.True((await floor.Desk.EndContactAsync(end, floor.Ana)).WrapUp);
        await floor.Desk.CompleteWrapUpAsync(
            new CompleteWrapUpRequest { RequestId = floor.Next(), InteractionId = id, Code = "done", Note = "Fine" },
            floor.Ana);
        Assert.True((await floor.Desk.EndContactAsync(end, floor.Ana)).WrapUp, "the first answer, also when it is over");

        var got = await floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = id }, floor.Boss);
        Assert.Equal((InteractionState.Closed, "done"), (got.Interaction.State, got.Interaction.WrapUpCode));
        Assert.Equal(["Hello", "Good day"], got.Interaction.Transcript.Select(m => m.Text));
        var why = await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id }, floor.Boss);
        Assert.Contains("Ana", why.Sentences.Single(), StringComparison.Ordinal);
        Assert.Equal(offer.OfferId, why.OfferId);
        var replay = await floor.Supervision.ReplayDecisionAsync(
            new ReplayDecisionRequest { InteractionId = id, OfferId = offer.OfferId }, floor.Boss);
        Assert.True(replay.Same, replay.Difference);
        Assert.Equal(replay.DecisionJson, replay.ReplayedJson);
    }

    [Fact]
    public async Task WatchDesk_OpenedWhileAnOfferIsPending_SaysWhyItCame()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        await desk.Next(r => r.Synced is not null, "the desk to be synced");
        var id = await floor.AnnOpens();
        var first = (await desk.Next(r => r.Offer is not null, "the offer")).Offer;

        using var other = floor.Desk.WatchDesk(new WatchDeskRequest(), floor.Ana);
        var again = (await other.Next(r => r.Offer is not null, "the offer in the snapshot")).Offer;

        Assert.Equal((first.OfferId, id), (again.OfferId, again.Interaction.InteractionId));
        Assert.Equal((first.Why, first.DecisionJson), (again.Why, again.DecisionJson));
        Assert.Contains("Ana", again.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptOffer_ByAnotherAgent_IsRefusedAndChangesNothing()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        await desk.Next(r => r.Synced is not null, "the desk to be synced");
        var id = await floor.AnnOpens();
        var offer = (await desk.Next(r => r.Offer is not null, "the offer")).Offer;
        var request = new AcceptOfferRequest { RequestId = "a-1", InteractionId = id, OfferId = offer.OfferId };
        var denied = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Desk.AcceptOfferAsync(request, floor.As(Role.Agent, "ben")));
        Assert.Equal((StatusCode.PermissionDenied, "OFFER_NOT_YOURS"), (denied.StatusCode, denied.Reason()));

        // The same request id of the agent whose offer it is asks for something else: it is not answered with the no.
        Assert.False((await floor.Desk.AcceptOfferAsync(request, floor.Ana)).Receipt.Repeated);
    }

    [Fact]
    public async Task GetCustomer_OfSomebodyElsesInteraction_IsNotFound()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens();
        var foreign = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Desk.GetCustomerAsync(new GetCustomerRequest { InteractionId = id }, floor.Ana));
        var unknown = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Desk.GetCustomerAsync(
                new GetCustomerRequest { InteractionId = "i-none" }, floor.Ana));
        Assert.Equal(StatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(unknown.Body(), foreign.Body());
    }

    [Fact]
    public async Task SignIn_PresenceThatNobodyConfigured_IsInvalid()
    {
        var floor = await Floor.Open(gateway);
        var invalid = await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.SignInAsync(
            new SignInRequest { RequestId = floor.Next(), Presence = "hiding" }, floor.Ana));
        Assert.Equal(["presence"], invalid.Fields());
    }

    [Fact]
    public async Task SignIn_AgentWhomNobodyConfigured_IsNotFound()
    {
        var floor = await Floor.Open(gateway);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.SignInAsync(
            new SignInRequest { RequestId = floor.Next() }, floor.As(Role.Agent, "nobody")));
        Assert.Equal((StatusCode.NotFound, "AGENT_UNKNOWN"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task SetPresence_ConfiguredReason_ShowsInTheSupervisorsList()
    {
        var floor = await Floor.Open(gateway);
        await floor.Desk.SignInAsync(new SignInRequest { RequestId = floor.Next() }, floor.Ana);
        await floor.Desk.SetPresenceAsync(
            new SetPresenceRequest { RequestId = floor.Next(), Presence = "break" }, floor.Ana);
        var first = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest { PageSize = 1 }, floor.Boss);
        var ana = Assert.Single(first.Agents);
        Assert.Equal(("ana", "break", false, true), (ana.AgentId, ana.Presence, ana.TakesWork, ana.SignedIn));
        var second = await floor.Supervision.ListAgentsAsync(
            new ListAgentsRequest { PageSize = 1, PageToken = first.NextPageToken }, floor.Boss);
        Assert.Equal(("ben", ""), (second.Agents.Single().AgentId, second.NextPageToken));
        await floor.Supervision.SetAgentPresenceAsync(
            new SetAgentPresenceRequest { RequestId = floor.Next(), AgentId = "ana", Presence = "online" }, floor.Boss);
        await floor.Supervision.SignOutAgentAsync(
            new SignOutAgentRequest { RequestId = floor.Next(), AgentId = "ana" }, floor.Boss);
        var after = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest(), floor.Boss);
        Assert.All(after.Agents, a => Assert.False(a.SignedIn));
    }

    private static async Task Talk(Floor floor, string id)
    {
        await floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = floor.Next(), InteractionId = id, Text = "Good day" }, floor.Ana);
        await floor.Desk.HoldInteractionAsync(
            new HoldInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana);
        await floor.Desk.RetrieveInteractionAsync(
            new RetrieveInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana);
    }
}
