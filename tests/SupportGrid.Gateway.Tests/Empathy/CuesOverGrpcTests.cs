using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole;

namespace SupportGrid.Gateway.Tests.Empathy;

/// <summary>Cues as agents and supervisors meet them, over gRPC, with the real reader and the real rules.</summary>
[Collection(GatewayCollection.Name)]
public sealed class CuesOverGrpcTests(RunningGateway gateway)
{
    private const string Demand = "I want to speak to a manager now.";

    [Fact]
    public async Task Cue_OfADemand_ReachesDeskAndSupervisorAndIsJudged()
    {
        var floor = await Floor.Open(gateway);
        using var alerts = floor.Supervision.WatchAlerts(new WatchAlertsRequest { Queues = { "general" } }, floor.Boss);
        using var elsewhere = floor.Supervision.WatchAlerts(new WatchAlertsRequest { Queues = { "nowhere" } }, floor.Boss);
        await alerts.Next(static r => r.Synced is not null, "the alerts to be synced");
        await elsewhere.Next(static r => r.Synced is not null, "the other alerts to be synced");
        var (id, desk) = await TalkAsync(floor);
        using var open = desk;

        await SayAsync(floor, id, Demand);
        var shown = (await desk.Next(static r => r.CueShown is not null, "a cue")).CueShown.Cue;
        Assert.Equal((id, CueKind.Escalation, true), (shown.InteractionId, shown.Kind, shown.Alert));
        Assert.Equal("speak to a manager", Demand.Substring(shown.Start, shown.Length), ignoreCase: true);
        Assert.NotEmpty(shown.Suggestion);
        Assert.All(shown.Evidence, static e => Assert.NotEmpty(e.Sentence));

        var row = (await alerts.Next(static r => r.Interaction is not null, "an alert")).Interaction;
        Assert.Equal((id, "general", "ana"), (row.InteractionId, row.Queue, row.AgentId));
        Assert.Equal(shown.CueId, Assert.Single(row.Alerts).CueId);

        // What came while nobody watched is in the snapshot.
        using var late = floor.Supervision.WatchAlerts(new WatchAlertsRequest(), floor.Boss);
        var listed = (await late.Next(static r => r.Interaction is not null, "the alert in the snapshot")).Interaction;
        Assert.Equal(row.Alerts, listed.Alerts);

        await AnswerAsync(floor, id, shown.CueId, CueAnswer.Useful);
        var ended = (await desk.Next(static r => r.CueEnded is not null, "the end of the cue")).CueEnded;
        Assert.Equal((CueEnding.Answered, CueAnswer.Useful), (ended.Ending, ended.Answer));
        await alerts.Next(r => r.Cleared?.InteractionId == id, "the alert to be cleared");

        var explained = await floor.Empathy.ExplainCueAsync(
            new ExplainCueRequest { InteractionId = id, CueId = shown.CueId }, floor.Ana);
        Assert.Contains("The agent found it useful.", explained.Sentences);
        Assert.Equal(
            shown.CueId,
            Assert.Single((await floor.Empathy.ListCuesAsync(
                new ListCuesRequest { InteractionId = id, Language = "zh-CN" }, floor.Boss)).Cues).CueId);
        await AssertRecordAsync(floor, CueKind.Escalation, useful: 1, disputed: 0, silenced: false);
    }

    [Fact]
    public async Task Cue_OfAnotherAgentsInteraction_IsNotThere()
    {
        var floor = await Floor.Open(gateway);
        var (id, desk) = await TalkAsync(floor);
        using var open = desk;
        await SayAsync(floor, id, Demand);
        await desk.Next(static r => r.CueShown is not null, "a cue");

        var other = floor.As(Role.Agent, "ben");
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Empathy.ListCuesAsync(new ListCuesRequest { InteractionId = id }, other));
        Assert.Equal("NO_SUCH_INTERACTION", error.Reason());
        var denied = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Empathy.ListCueKindsAsync(new ListCueKindsRequest(), floor.Ana));
        Assert.Equal("ROLE_MISSING", denied.Reason());
    }

    [Fact]
    public async Task CueKind_WrongTooOften_IsSilencedReportedAndRestored()
    {
        var floor = await Floor.Open(gateway);
        var settings = await floor.Empathy.ListCueKindsAsync(new ListCueKindsRequest(), floor.Boss);
        using var alerts = floor.Supervision.WatchAlerts(new WatchAlertsRequest(), floor.Boss);
        await alerts.Next(static r => r.Synced is not null, "the alerts to be synced");
        for (var n = 0; n < settings.AnswersMin; n++)
        {
            await DisputeOneAsync(floor);
        }

        var reported = (await alerts.Next(static r => r.CueKind is not null, "the silencing")).CueKind;
        Assert.Equal((CueKind.Escalation, true, 0), (reported.Kind, reported.Silenced, reported.Precision));
        await AssertRecordAsync(floor, CueKind.Escalation, 0, settings.AnswersMin, silenced: true);
        Assert.False(await IsShownAsync(floor), "a cue of a silenced kind was shown");

        await floor.Empathy.RestoreCueKindAsync(
            new RestoreCueKindRequest { RequestId = floor.Next(), Kind = CueKind.Escalation }, floor.Root);
        await alerts.Next(static r => r.CueKind is { Silenced: false }, "the restoring");
        Assert.True(await IsShownAsync(floor), "no cue of a restored kind was shown");
    }

    /// <summary>A talk of its own, whose first demand is disputed.</summary>
    private static async Task DisputeOneAsync(Floor floor)
    {
        var (id, desk) = await TalkAsync(floor);
        using var open = desk;
        await SayAsync(floor, id, Demand);
        var cue = (await desk.Next(r => r.CueShown?.InteractionId == id, "a cue")).CueShown.Cue;
        await AnswerAsync(floor, id, cue.CueId, CueAnswer.Disputed);
        await EndAsync(floor, id);
    }

    private static async Task<bool> IsShownAsync(Floor floor)
    {
        var (id, desk) = await TalkAsync(floor);
        using var open = desk;
        await SayAsync(floor, id, Demand);
        var cues = await floor.Empathy.ListCuesAsync(new ListCuesRequest { InteractionId = id }, floor.Boss);
        await EndAsync(floor, id);
        return cues.Cues.Any(static c => c.Kind == CueKind.Escalation);
    }

    private static async Task AssertRecordAsync(Floor floor, CueKind kind, int useful, int disputed, bool silenced)
    {
        // Answers are told to the record after they were acknowledged.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var kinds = await floor.Empathy.ListCueKindsAsync(new ListCueKindsRequest(), floor.Boss);
            var record = kinds.Kinds.Single(k => k.Kind == kind);
            if ((record.Useful, record.Disputed, record.Silenced) == (useful, disputed, silenced))
            {
                return;
            }

            Assert.False(
                patience.IsCancellationRequested,
                $"Waited 60 s in vain for {useful} useful and {disputed} disputed of {kind}; it is {record}.");
            await Task.Yield();
        }
    }

    private static async Task<(string Id, AsyncServerStreamingCall<WatchDeskResponse> Desk)> TalkAsync(Floor floor)
    {
        var desk = await floor.AnaSignsIn();
        await desk.Next(static r => r.Synced is not null, "the desk to be synced");
        var id = await floor.AnnOpens();
        var offer = (await desk.Next(r => r.Offer?.InteractionId == id, "an offer")).Offer;
        await floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest { RequestId = floor.Next(), InteractionId = id, OfferId = offer.OfferId }, floor.Ana);
        await desk.Next(r => r.Interaction?.InteractionId == id, "the interaction");
        return (id, desk);
    }

    private static async Task SayAsync(Floor floor, string id, string text) =>
        await floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest { RequestId = floor.Next(), InteractionId = id, Text = text }, floor.Ann);

    private static async Task AnswerAsync(Floor floor, string id, string cue, CueAnswer answer) =>
        await floor.Desk.AnswerCueAsync(
            new AnswerCueRequest { RequestId = floor.Next(), InteractionId = id, CueId = cue, Answer = answer },
            floor.Ana);

    private static async Task EndAsync(Floor floor, string id)
    {
        await floor.Desk.EndContactAsync(
            new EndContactRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ana);
        await floor.Desk.CompleteWrapUpAsync(
            new CompleteWrapUpRequest { RequestId = floor.Next(), InteractionId = id, Code = "done" }, floor.Ana);
    }
}
