using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

public sealed class CustomerWatchTests
{
    [Fact]
    public async Task WatchInteraction_SomebodyElses_LooksAsIfItWereNotThere()
    {
        await using var live = LiveHarness.OnFakeLog();
        var id = await live.Day.OpenAsync();

        StreamErrors.AssertEnded(
            StatusCode.NotFound, "NO_SUCH_INTERACTION", await live.OpenCustomer("c2", id).FailureAsync());
        StreamErrors.AssertEnded(
            StatusCode.NotFound, "NO_SUCH_INTERACTION", await live.OpenCustomer("c1", "i-none").FailureAsync());
    }

    [Fact]
    public async Task WatchInteraction_OfAChannel_SpeaksForTheCustomerItNames()
    {
        await using var live = LiveHarness.OnFakeLog();
        var id = await live.Day.OpenAsync();
        var request = new WatchInteractionRequest { InteractionId = id, CustomerId = "c1" };

        var channel = live.Open<WatchInteractionResponse>(
            c => live.Customers.RunAsync(request, live.CallerOf("widget", Role.Channel), c, c.Call), SeenReader.Read);
        await channel.SyncedAsync();
        await channel.LeaveAsync();

        var customer = live.Open<WatchInteractionResponse>(
            c => live.Customers.RunAsync(request, live.CallerOf("c2", Role.Customer), c, c.Call), SeenReader.Read);
        StreamErrors.AssertEnded(StatusCode.NotFound, "NO_SUCH_INTERACTION", await customer.FailureAsync());
    }

    [Fact]
    public async Task WatchInteraction_Waiting_ShowsThePlaceAndItsChanges()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        List<string> line = [];
        while (line.Count < 2)
        {
            var opened = await live.Day.OpenAsync();
            if (((Domain.Interactions.Interaction.Queued)live.Floor.Interaction(opened).State).Facts.Queue == "billing")
            {
                line.Add(opened);
            }
        }

        var id = line[1];
        var customer = ((Domain.Interactions.Interaction.Existing)live.Floor.Interaction(id).State).Facts.Customer;
        var stream = live.OpenCustomer(customer, id);
        await PlaceAsync(live, stream, 2);

        await live.Floor.DoAsync(line[0], new LeaveInteraction(live.Clock.GetUtcNow()));
        await PlaceAsync(live, stream, 1);

        await live.Floor.DoAsync(id, new IssueOffer("o9", "a1", "{}", live.Clock.GetUtcNow()));
        await PlaceAsync(live, stream, 0);
        Assert.All(stream.Responses.Where(static r => r.Place is not null), static r => Assert.Empty(r.Cursor));
        await stream.LeaveAsync();
    }

    [Fact]
    public async Task WatchInteraction_ManyOfOneGroup_AreAskedForTogether()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        List<ClientStream<WatchInteractionResponse>> streams = [];
        for (var i = 1; i <= 30; i++)
        {
            var id = await live.Day.OpenAsync();
            streams.Add(live.OpenCustomer($"c{i % 3}", id));
        }

        foreach (var stream in streams)
        {
            await AdvanceUntilAsync(live, () => stream.Responses.Any(static r => r.Place is not null), "a place");
        }

        Assert.Equal(1, live.Customers.GroupsAsked);
        var asked = live.Actors.PlacesAsked;
        live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.PlaceRefreshMs / 10));
        live.Clock.Advance(TimeSpan.FromMilliseconds(live.Options.PlaceRefreshMs));
        await Eventually.Holds(() => live.Actors.PlacesAsked > asked, "the next round");
        Assert.InRange(live.Actors.PlacesAsked, asked + 1, asked + 2);
        foreach (var stream in streams)
        {
            await stream.LeaveAsync();
        }

        Assert.Equal(0, live.Customers.GroupsAsked);
    }

    [Fact]
    public async Task WatchInteraction_ClosedAndReopenWindowOver_EndsWell()
    {
        await using var live = LiveHarness.OnFakeLog();
        var id = await live.Day.OpenAsync();
        var stream = live.OpenCustomer("c1", id);
        await stream.SyncedAsync();
        await live.Floor.DoAsync(id, new LeaveInteraction(live.Clock.GetUtcNow()));
        await stream.WhenAsync(
            static s => s.Any(static x => x.Name.StartsWith("changed", StringComparison.Ordinal)), "the end");
        await live.CaughtUpAsync(stream);
        Assert.False(stream.Ended.IsCompleted, "it may still be reopened");

        live.Clock.Advance(Samples.Policy("billing").ReopenWithin);

        await stream.Ended.Within("the end of the stream");
        Assert.Equal(InteractionState.Closed, stream.Responses.Last(static r => r.Changed is not null).Changed.State);
    }

    [Fact]
    public async Task WatchInteraction_MerelyOffered_DoesNotShowWhoIsAsked()
    {
        await using var live = LiveHarness.OnFakeLog();
        await live.Day.OpenFloorAsync(1);
        var id = await live.Day.OpenAsync();
        var stream = live.OpenCustomer("c1", id);
        await stream.SyncedAsync();

        await live.Floor.DoAsync(id, new IssueOffer("o1", "a1", "{}", live.Clock.GetUtcNow()));
        await live.Floor.DoAsync(id, new AcceptOffer("o1", "a1", live.Clock.GetUtcNow()));
        await live.CaughtUpAsync(stream);
        await stream.LeaveAsync();

        var changed = stream.Responses.Where(static r => r.Changed is not null).Select(static r => r.Changed).ToList();
        Assert.Equal(
            [(InteractionState.Offered, ""), (InteractionState.Connected, "a1")],
            changed.Select(static c => (c.State, c.AgentId)));
        Assert.All(changed, static c => Assert.Empty(c.OfferId));
    }

    private static Task PlaceAsync(LiveHarness live, ClientStream<WatchInteractionResponse> stream, int place) =>
        AdvanceUntilAsync(
            live,
            () => stream.Responses.LastOrDefault(static r => r.Place is not null)?.Place.Place == place,
            $"place {place}");

    private static Task AdvanceUntilAsync(LiveHarness live, Func<bool> condition, string awaited) => Eventually.Holds(
        () =>
        {
            if (!condition())
            {
                // Small steps: an offer must not run out while the test waits for a poll.
                live.Clock.Advance(TimeSpan.FromMilliseconds(1));
            }

            return condition();
        },
        awaited);
}
