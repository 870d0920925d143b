using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class SupervisionServiceTests(RunningGateway gateway)
{
    [Fact]
    public async Task ListInteractions_PageByPage_GivesAllOldestFirstAndOnlyOpenOnes()
    {
        var floor = await Floor.Open(gateway);
        var opened = new List<string>();
        for (var n = 0; n < 7; n++)
        {
            opened.Add(await floor.AnnOpens());
        }

        await floor.Customers.LeaveInteractionAsync(
            new LeaveInteractionRequest { RequestId = floor.Next(), InteractionId = opened[2] }, floor.Ann);
        var listed = new List<string>();
        var request = new ListInteractionsRequest { PageSize = 2, Queue = "general" };
        do
        {
            var page = await floor.Supervision.ListInteractionsAsync(request, floor.Boss);
            listed.AddRange(page.Interactions.Select(i => i.InteractionId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        opened.RemoveAt(2);
        Assert.Equal(opened, listed);
        var elsewhere = await floor.Supervision.ListInteractionsAsync(
            new ListInteractionsRequest { Queue = "billing" }, floor.Boss);
        Assert.Empty(elsewhere.Interactions);
    }

    [Fact]
    public async Task ReassignAndPrioritise_WaitingInteraction_ShowInItAndItsTimeline()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens();
        await floor.Supervision.ChangePriorityAsync(
            new ChangePriorityRequest { RequestId = floor.Next(), InteractionId = id, Priority = 40, Reason = "Press" },
            floor.Boss);
        await floor.Supervision.ReassignInteractionAsync(
            new ReassignInteractionRequest { RequestId = floor.Next(), InteractionId = id, ToQueue = "billing" },
            floor.Boss);
        var got = await floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = id }, floor.Boss);
        Assert.Equal("billing", got.Interaction.Queue);
        Assert.Contains(got.Timeline, t => t.Summary == "boss set the priority to 40 points: Press");
        Assert.Contains(got.Timeline, t => t.Type == "InteractionTransferred" && t.Actor == "boss");
    }

    [Fact]
    public async Task ExplainDecision_NothingOfferedYet_IsNotFoundAndWhyNotNowIsAnswered()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens();
        var none = await Assert.ThrowsAsync<RpcException>(async () => await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id }, floor.Boss));
        Assert.Equal((StatusCode.NotFound, "NO_SUCH_DECISION"), (none.StatusCode, none.Reason()));
        var now = await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id, AgentId = "ana" }, floor.Boss);
        Assert.NotEmpty(now.Sentences);
        Assert.Equal("", now.DecisionJson);
    }

    [Fact]
    public async Task EveryCall_OtherTenantsOrUnknownInteraction_IsTheSameNotFound()
    {
        var floor = await Floor.Open(gateway);
        var other = await Floor.Open(gateway);
        string[] ids = [await other.AnnOpens(), "i-aaaaaaaaaaaaaaaaaaaaaaaaaa"];
        foreach (var index in Enumerable.Range(0, Calls(floor, "").Length))
        {
            var bodies = new List<string>();
            foreach (var id in ids)
            {
                var refused = await Assert.ThrowsAsync<RpcException>(Calls(floor, id)[index]);
                Assert.Equal(StatusCode.NotFound, refused.StatusCode);
                bodies.Add(refused.Body());
            }

            Assert.Single(bodies.Distinct());
        }
    }

    [Fact]
    public async Task Watches_OfASupervisor_ShowWhatIsThere()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens();
        using var board = floor.Supervision.WatchWallboard(
            new WatchWallboardRequest(), floor.As(Role.Wallboard, "wall"));
        await board.Next(r => r.Queue is { Queue: "general", Waiting: 1 }, "the waiting interaction on the board");
        using var line = floor.Supervision.WatchQueue(new WatchQueueRequest { Queue = "general" }, floor.Boss);
        var place = (await line.Next(r => r.Waiting == 1, "the line")).Line.Single();
        Assert.Equal((id, 1), (place.InteractionId, place.Place));
        using var interactions = floor.Supervision.WatchInteractions(new WatchInteractionsRequest(), floor.Boss);
        await interactions.Next(r => r.Interaction?.InteractionId == id, "the interaction");
        using var events = new EventsService.EventsServiceClient(gateway.Channel).WatchEvents(
            new WatchEventsRequest { From = StartFrom.Beginning, Types_ = { "InteractionOpened" } },
            floor.As(Role.Service, "crm"));
        var opened = (await events.Next(r => r.Event is not null, "the event")).Event;
        Assert.Equal(($"interaction/{id}", "ann"), (opened.Source, opened.Actor));
    }

    [Fact]
    public async Task ListIntervals_SomebodyWaits_CountsHerInTheQuarterOfAnHourInWhichSheCame()
    {
        var floor = await Floor.Open(gateway);
        await floor.AnnOpens();
        var wall = floor.As(Role.Wallboard, "wall");
        var read = await Eventually.Of(
            async () =>
            {
                var request = new ListIntervalsRequest { Queue = "general" };
                var response = await floor.Supervision.ListIntervalsAsync(request, wall);
                return response.Queues.Any(static q => q.Intervals.Count > 0) ? response : null;
            },
            "the interval in which she came");

        var interval = Assert.Single(Assert.Single(read.Queues).Intervals);
        Assert.Equal((1L, 0L), (interval.Offered, interval.Answered));
        Assert.InRange(read.AsOf.ToDateTime() - interval.Start.ToDateTime(), TimeSpan.Zero, TimeSpan.FromMinutes(30));
        Assert.Equal(0, interval.Start.ToDateTime().Minute % 15);
        Assert.True(interval.ServiceLevel.IsTarget);
        var all = await floor.Supervision.ListIntervalsAsync(new ListIntervalsRequest(), wall);
        Assert.Equal(["billing", "general"], all.Queues.Select(static q => q.Queue));
    }

    [Fact]
    public async Task WatchWallboard_QueueIsTakenOutOfService_LeavesOpenAndResumedScreens()
    {
        var floor = await Floor.Open(gateway);
        var wall = floor.As(Role.Wallboard, "wall");
        using var open = floor.Supervision.WatchWallboard(new WatchWallboardRequest(), wall);
        await open.Next(r => r.Queue?.Queue == "billing", "the queue's row");
        var cursor = (await open.Next(r => r.Synced is not null, "the whole board")).Cursor;
        await floor.Admin.PutEntryAsync(
            new PutEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Agent, Key = "ana", Yaml = "" }, floor.Root);
        await floor.Admin.RemoveEntryAsync(
            new RemoveEntryRequest { RequestId = floor.Next(), Kind = EntryKind.Queue, Key = "billing" }, floor.Root);

        var gone = await open.Next(r => r.Removed is not null, "the removal on the open screen");
        using var resumed = floor.Supervision.WatchWallboard(new WatchWallboardRequest { Cursor = cursor }, wall);
        var missed = await resumed.Next(r => r.Removed is not null, "the removal on the resumed screen");
        Assert.Equal(("billing", "billing"), (gone.Removed.Queue, missed.Removed.Queue));
        using var fresh = floor.Supervision.WatchWallboard(new WatchWallboardRequest(), wall);
        var first = await fresh.Next(r => r.Queue is not null || r.Removed is not null, "the first row");
        Assert.Equal("general", first.Queue?.Queue);
    }

    [Fact]
    public async Task ListInteractions_TokenOfAnotherList_IsInvalid()
    {
        var floor = await Floor.Open(gateway);
        var agents = await floor.Supervision.ListAgentsAsync(new ListAgentsRequest { PageSize = 1 }, floor.Boss);
        var invalid = await Assert.ThrowsAsync<RpcException>(async () => await floor.Supervision.ListInteractionsAsync(
            new ListInteractionsRequest { PageToken = agents.NextPageToken }, floor.Boss));
        Assert.Equal(["page_token"], invalid.Fields());
    }

    private static Func<Task>[] Calls(Floor floor, string id) =>
    [
        async () => await floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = id }, floor.Boss),
        async () => await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id }, floor.Boss),
        async () => await floor.Supervision.ExplainDecisionAsync(
            new ExplainDecisionRequest { InteractionId = id, AgentId = "ana" }, floor.Boss),
        async () => await floor.Supervision.ReplayDecisionAsync(
            new ReplayDecisionRequest { InteractionId = id }, floor.Boss),
        async () => await floor.Supervision.ChangePriorityAsync(
            new ChangePriorityRequest { RequestId = floor.Next(), InteractionId = id, Priority = 1, Reason = "x" },
            floor.Boss),
        async () => await floor.Supervision.ReassignInteractionAsync(
            new ReassignInteractionRequest { RequestId = floor.Next(), InteractionId = id, ToQueue = "general" },
            floor.Boss),
        async () => await floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = "o-1" }, floor.Ana),
        async () => await floor.Desk.RejectOfferAsync(
            new RejectOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = "o-1", Reason = "x" },
            floor.Ana),
        async () => await floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = floor.Next(), InteractionId = id, Text = "x" }, floor.Ana),
        async () => await floor.Desk.HoldInteractionAsync(
            new HoldInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana),
        async () => await floor.Desk.RetrieveInteractionAsync(
            new RetrieveInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana),
        async () => await floor.Desk.TransferInteractionAsync(
            new TransferInteractionRequest { RequestId = floor.Next(), InteractionId = id, ToQueue = "general" },
            floor.Ana),
        async () => await floor.Desk.EndContactAsync(
            new EndContactRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana),
        async () => await floor.Desk.CompleteWrapUpAsync(
            new CompleteWrapUpRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana),
        async () => await floor.Desk.GetCustomerAsync(new GetCustomerRequest { InteractionId = id }, floor.Ana),
    ];
}
