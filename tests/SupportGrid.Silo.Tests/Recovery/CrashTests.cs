using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Recovery;

/// <summary>A process that dies at the worst of moments loses nothing and doubles nothing.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Crash_AfterOpening_BeforeTheDispatcherHears()
    {
        await using var centre = await CentreWith("ana");
        centre.Reactions.Hold(static r => r is TellItemWaiting);
        await centre.OpenAsync("i-1");

        await centre.RestartAfterCrashAsync();

        Assert.Equal("ana", (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Crash_AfterTheOffer_BeforeTheAgentHasIt()
    {
        await using var centre = await CentreWith("ana");
        centre.Reactions.Hold(static r => r is TellAgent { Command: TakeOffer });
        await centre.OpenAsync("i-1");
        var offered = await centre.OfferOf("i-1");

        await centre.RestartAfterCrashAsync();

        Assert.Equal(offered.Offer, (await centre.OfferTo("ana", "i-1")).Offer);
        await centre.ConnectAsync("i-1");
    }

    [Fact]
    public async Task Crash_WhileAnOfferIsPending_TheOfferStillExpires()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        await centre.OfferTo("ana", "i-1");

        await centre.CrashAsync();
        centre.Time.Advance(TimeSpan.FromMinutes(5));
        await centre.StartAgainAsync();

        await centre.StateOf<Queued>("i-1");
        await centre.SessionOf("ana", s => s.NotResponding, "ana to be not responding");
    }

    [Fact]
    public async Task Crash_AfterAccepting_BeforeTheAgentHasTheWork()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        var offered = await centre.OfferTo("ana", "i-1");
        centre.Reactions.Hold(static r => r is TellAgent { Command: StartWork });
        await centre.AskAsync("i-1", new AcceptOffer(offered.Offer, "ana", default));

        await centre.RestartAfterCrashAsync();

        await centre.SessionOf("ana", s => s.Work is [{ Interaction: "i-1" }] && s.Offers.IsEmpty, "ana to have the work");
        await centre.OpenAsync("i-2");
        Assert.Single(await centre.EventsOf("i-1"), e => e is OfferIssued);
    }

    [Fact]
    public async Task Crash_AfterClosing_BeforeTheAgentIsFree()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        centre.Reactions.Hold(static r => r is TellAgent { Command: FinishWork });
        await centre.AskAsync("i-1", new EndContact("ana", default));
        await centre.AskAsync("i-1", new CompleteWrapUp("ana", null, "", default));
        await centre.OpenAsync("i-2");

        await centre.RestartAfterCrashAsync();

        Assert.Equal("ana", (await centre.OfferOf("i-2")).Agent);
    }

    [Fact]
    public async Task Crash_WhileNothingIsUnderWay_TakesUpTheLine()
    {
        await using var centre = await CentreWith();
        await centre.OpenAsync("i-1");
        await centre.OpenAsync("i-2", "orders");

        await centre.RestartAfterCrashAsync();
        await centre.SignInAsync("ana", "ben");

        Assert.NotEqual((await centre.OfferOf("i-1")).Agent, (await centre.OfferOf("i-2")).Agent);
    }

    [Fact]
    public async Task Crash_OnceEveryTurn_StillServesEverybody()
    {
        await using var centre = await CentreWith("ana", "ben");
        for (var i = 0; i < 5; i++)
        {
            var id = $"i-{i}";
            await centre.OpenAsync(id, customer: $"c-{i}");
            await centre.RestartAfterCrashAsync();
            var connected = await centre.ConnectAsync(id);
            await centre.RestartAfterCrashAsync();
            await centre.AskAsync(id, new EndContact(connected.Agent, default));
            await centre.RestartAfterCrashAsync();
            await centre.AskAsync(id, new CompleteWrapUp(connected.Agent, null, "", default));
            Assert.Single(await centre.EventsOf(id), e => e is AgentConnected);
        }

        await centre.FreeAsync("ana");
        await centre.FreeAsync("ben");
    }

    private static async Task<Centre> CentreWith(params string[] agents)
    {
        var centre = await Centre.StartAsync();
        await centre.ConfigureAsync();
        await centre.SignInAsync(agents);
        return centre;
    }
}
