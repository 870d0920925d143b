using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Tests.Live.Record;
using ClientStream = SupportGrid.Gateway.Tests.Live.Record.ClientStream<SupportGrid.Api.V1.WatchDeskResponse>;

namespace SupportGrid.Gateway.Tests.Live;

public sealed class DeskWatchTests
{
    [Fact]
    public async Task WatchDesk_NotSignedIn_IsRefused()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        await live.Floor.DoAsync("a1", new SignOut(false, "signed_out", "a1", live.Clock.GetUtcNow()));

        StreamErrors.AssertEnded(
            StatusCode.FailedPrecondition, "NOT_SIGNED_IN", await live.OpenDesk("a1").FailureAsync());
        StreamErrors.AssertEnded(
            StatusCode.FailedPrecondition, "NOT_SIGNED_IN", await live.OpenDesk("stranger").FailureAsync());
        Assert.True(live.Hub.IsIdle, "a refused desk is still connected");
    }

    [Fact]
    public async Task WatchDesk_OpenRenewedAndClosed_TheSessionIsTold()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        var connect = Assert.IsType<ConnectDesk>(Assert.Single(live.Actors.Commands));

        await AdvanceUntilAsync(live, () => live.Actors.Renewals >= 3, "three renewals");
        Assert.Single(live.Actors.Commands);

        // An actor that was moved does not know the stream any more: it is connected again under the same id.
        live.Actors.ForgetDesks();
        await AdvanceUntilAsync(live, () => live.Actors.Commands.Count == 2, "the second connect");
        Assert.Equal(connect.ConnectionId, Assert.IsType<ConnectDesk>(live.Actors.Commands.Last()).ConnectionId);

        await desk.LeaveAsync();
        var disconnect = Assert.IsType<DisconnectDesk>(live.Actors.Commands.Last());
        Assert.Equal((connect.ConnectionId, "stream_closed"), (disconnect.ConnectionId, disconnect.Because));
    }

    [Fact]
    public async Task WatchDesk_OfferAcceptedTalkedAboutAndClosed_TellsTheWholeStory()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        var id = await live.Day.OpenAsync();
        var now = live.Clock.GetUtcNow();

        await live.Floor.DoAsync(id, live.Day.Say(Domain.Interactions.Party.Customer, "c1"));
        await live.Floor.DoAsync(id, new IssueOffer("o1", "a1", "{\"x\":1}", now));
        await live.Floor.DoAsync(id, new AcceptOffer("o1", "a1", now));
        await live.Floor.DoAsync(id, live.Day.Say(Domain.Interactions.Party.Agent, "a1"));
        await live.Floor.DoAsync(id, new EndContact("a1", now));
        await live.Floor.DoAsync(id, new CompleteWrapUp("a1", "done", "", now));
        await live.CaughtUpAsync(desk);
        await desk.LeaveAsync();

        var kinds = After(desk).Select(static r => r.KindCase.ToString()).ToList();
        Assert.Equal(
            [
                "Offer", "Agent", "OfferEnded", "Interaction", "Empathy", "Agent", "Message", "CueEnded", "Changed",
                "Changed", "Agent",
                "Changed", "Changed", "Released", "Agent",
            ],
            kinds.Where(static k => k != "Bookmark"));
        var offer = After(desk).First(static r => r.Offer is not null).Offer;
        Assert.Equal(("{\"x\":1}", id), (offer.DecisionJson, offer.Interaction.InteractionId));
        Assert.Contains(offer.Interaction.Transcript, static m => m.From == Api.V1.Party.Customer);
        var accepted = After(desk).First(static r => r.Interaction is not null).Interaction;
        Assert.Equal(InteractionState.Connected, accepted.State);
        Assert.NotEmpty(accepted.Transcript);
        Assert.Equal("closed", After(desk).First(static r => r.Released is not null).Released.Because);
    }

    [Fact]
    public async Task WatchDesk_WorkAndOfferInHand_AreInTheSnapshot()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var now = live.Clock.GetUtcNow();
        var first = await live.Day.OpenAsync();
        var second = await live.Day.OpenAsync();
        await live.Floor.DoAsync(first, new IssueOffer("o1", "a1", "{}", now));
        await live.Floor.DoAsync(first, new AcceptOffer("o1", "a1", now));
        await live.Floor.DoAsync(second, new IssueOffer("o2", "a1", "{\"y\":2}", now));

        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();

        var interaction = Assert.Single(desk.Responses, static r => r.Interaction is not null).Interaction;
        Assert.Equal((first, InteractionState.Connected), (interaction.InteractionId, interaction.State));
        var offer = Assert.Single(desk.Responses, static r => r.Offer is not null).Offer;
        Assert.Equal(("o2", "{\"y\":2}"), (offer.OfferId, offer.DecisionJson));
        Assert.Equal((second, InteractionState.Offered), (offer.Interaction.InteractionId, offer.Interaction.State));
        Assert.Equal(
            ["Agent", "Interaction", "Empathy", "Offer", "Synced"],
            desk.Responses.Select(static r => r.KindCase.ToString()).Take(5));
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task WatchDesk_PendingOfferBehindATrimmedLog_IsShownWithoutItsDecision()
    {
        var log = new Floor.FakeLog();
        await using var live = new LiveHarness(log, log);
        await live.Day.OpenFloorAsync(1);
        var id = await live.Day.OpenAsync();
        await live.Floor.DoAsync(id, new IssueOffer("o1", "a1", "{\"x\":1}", live.Clock.GetUtcNow()));
        log.Trim(log.Head);

        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();

        var offer = Assert.Single(desk.Responses, static r => r.Offer is not null).Offer;
        Assert.Equal(("o1", "", id), (offer.OfferId, offer.DecisionJson, offer.Interaction.InteractionId));
        await desk.LeaveAsync();
    }

    [Fact]
    public async Task WatchDesk_OfferAcceptedWhileTheSnapshotIsRead_IsInHandOnce()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var id = await live.Day.OpenAsync();
        await live.Floor.DoAsync(id, new IssueOffer("o1", "a1", "{}", live.Clock.GetUtcNow()));

        // The session is read first, and still has the offer; the interaction is read when it is accepted.
        var reads = 0;
        live.Actors.DuringReads = () => ++reads == 2
            ? live.Floor.DoAsync(id, new AcceptOffer("o1", "a1", live.Clock.GetUtcNow()))
            : Task.CompletedTask;

        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        await live.CaughtUpAsync(desk);
        await desk.LeaveAsync();

        Assert.DoesNotContain(desk.Responses, static r => r.Offer is not null);
        var interaction = Assert.Single(desk.Responses, static r => r.Interaction is not null).Interaction;
        Assert.Equal((id, InteractionState.Connected), (interaction.InteractionId, interaction.State));
        Assert.Equal(id, Assert.Single(desk.Responses.Last(static r => r.Agent is not null).Agent.Work).InteractionId);
    }

    [Fact]
    public async Task WatchDesk_ThingsHappenDuringTheSnapshot_NothingIsLostOrRepeated()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var now = live.Clock.GetUtcNow();
        var id = await live.Day.OpenAsync();
        await live.Floor.DoAsync(id, new IssueOffer("o1", "a1", "{}", now));
        await live.Floor.DoAsync(id, new AcceptOffer("o1", "a1", now));
        live.Actors.DuringReads = () => live.Floor.DoAsync(id, live.Day.Say(Domain.Interactions.Party.Customer, "c1"));

        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();
        live.Actors.DuringReads = null;
        await live.Floor.DoAsync(id, live.Day.Say(Domain.Interactions.Party.Agent, "a1"));
        await live.CaughtUpAsync(desk);
        await desk.LeaveAsync();

        var transcript = desk.Responses.First(static r => r.Interaction is not null).Interaction.Transcript;
        var followed = desk.Responses.Where(static r => r.Message is not null).Select(static r => r.Message.Message);
        var said = transcript.Concat(followed);
        var all = ((Domain.Interactions.Interaction.Existing)live.Floor.Interaction(id).State).Facts.Transcript;
        Assert.Equal(all.Select(static m => m.Sequence), said.Select(static m => m.Sequence));
    }

    [Fact]
    public async Task WatchDesk_SignedOut_TellsTheChangeAndEnds()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var desk = live.OpenDesk("a1");
        await desk.SyncedAsync();

        await live.Floor.DoAsync("a1", new SignOut(true, "supervisor", "boss", live.Clock.GetUtcNow()));

        StreamErrors.AssertEnded(StatusCode.FailedPrecondition, "SIGNED_OUT", await desk.FailureAsync());
        Assert.False(desk.Responses[^1].Agent.SignedIn);
        Assert.NotEmpty(desk.Responses[^1].Cursor);
    }

    private static IEnumerable<WatchDeskResponse> After(ClientStream desk) =>
        desk.Responses.SkipWhile(static r => r.KindCase != WatchDeskResponse.KindOneofCase.Synced).Skip(1);

    private static Task AdvanceUntilAsync(LiveHarness live, Func<bool> condition, string awaited) =>
        Eventually.Holds(
            () =>
            {
                if (!condition())
                {
                    live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.DeskRenewalMs));
                }

                return condition();
            },
            awaited);
}
