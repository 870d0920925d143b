using Google.Protobuf.WellKnownTypes;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class DeskChoicesTests(RunningGateway gateway)
{
    [Fact]
    public async Task GetDeskOptions_OfTheSample_NamesPresencesQueuesAndChannels()
    {
        var floor = await Floor.Open(gateway);
        var options = await floor.Desk.GetDeskOptionsAsync(new GetDeskOptionsRequest(), floor.Ana);

        Assert.Equal(["online", "break", "mails-only"], options.Presences.Select(p => p.Key));
        Assert.Equal([true, false, true], options.Presences.Select(p => p.TakesWork));
        var billing = options.Queues.Single(q => q.Queue == "billing");
        Assert.Equal(("Billing", WrapUpMode.Timed), (billing.DisplayName, billing.WrapUpMode));
        Assert.Equal(["solved", "refund", "call-again"], billing.WrapUpCodes);
        Assert.Equal((100, 3), (options.CapacityUnits, options.Channels.Single(c => c.Channel == Channel.Chat).Limit));
    }

    [Fact]
    public async Task ListTransferTargets_OfAQueue_NamesWhoServesItButNotTheCaller()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        var none = await floor.Desk.ListTransferTargetsAsync(new ListTransferTargetsRequest(), floor.Ana);
        Assert.Equal(["billing", "general"], none.Queues.Select(q => q.Queue));
        Assert.Empty(none.Agents);

        var some = await floor.Desk.ListTransferTargetsAsync(
            new ListTransferTargetsRequest { Queue = "general", Search = "BE" }, floor.Ana);
        var ben = some.Agents.Single();
        Assert.Equal(("ben", "Ben", false), (ben.AgentId, ben.DisplayName, ben.SignedIn));
        Assert.Empty((await floor.Desk.ListTransferTargetsAsync(
            new ListTransferTargetsRequest { Queue = "general", Search = "ana" }, floor.Ana)).Agents);
    }

    [Fact]
    public async Task GetCustomer_OfWhatWasTransferred_TellsTheNote()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        var id = await Accepted(floor, desk);
        await floor.Desk.TransferInteractionAsync(
            new TransferInteractionRequest
            {
                RequestId = floor.Next(), InteractionId = id, ToQueue = "general", Note = "She asked twice",
            },
            floor.Ana);
        var again = (await desk.Next(r => r.Offer is not null, "the transferred interaction to be offered")).Offer;

        var got = await floor.Desk.GetCustomerAsync(new GetCustomerRequest { InteractionId = again.InteractionId }, floor.Ana);

        var handover = got.Handovers.Single();
        Assert.Equal(("ana", "general", "She asked twice"), (handover.FromAgent, handover.ToQueue, handover.Note));
    }

    [Fact]
    public async Task GetOwnDay_AfterAContact_CountsIt()
    {
        var floor = await Floor.Open(gateway);
        using var desk = await floor.AnaSignsIn();
        var id = await Accepted(floor, desk);
        await floor.Desk.EndContactAsync(new EndContactRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana);
        await floor.Desk.CompleteWrapUpAsync(
            new CompleteWrapUpRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana);
        await desk.Next(r => r.Released is not null, "the interaction to leave the desk");

        var since = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddHours(-1));
        var day = await floor.Desk.GetOwnDayAsync(new GetOwnDayRequest { Since = since }, floor.Ana);

        Assert.Equal((1, 1, 1), (day.Offered, day.Accepted, day.Handled));
        Assert.True(day.IsWhole);
        Assert.NotEmpty(day.Spans);
        Assert.Equal("occupancy.busy-over-available@1", day.OccupancyDefinition);
        Assert.Equal(day.SignedIn.ToTimeSpan(), day.Busy.ToTimeSpan() + day.Ready.ToTimeSpan() + day.Away.ToTimeSpan());
    }

    private static async Task<string> Accepted(Floor floor, Grpc.Core.AsyncServerStreamingCall<WatchDeskResponse> desk)
    {
        await desk.Next(r => r.Synced is not null, "the desk to be synced");
        var id = await floor.AnnOpens();
        var offer = (await desk.Next(r => r.Offer is not null, "the offer")).Offer;
        await floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = offer.OfferId }, floor.Ana);
        await desk.Next(r => r.Interaction?.InteractionId == id, "the accepted interaction");
        return id;
    }
}
