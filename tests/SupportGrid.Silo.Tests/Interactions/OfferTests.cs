using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Interactions;

/// <summary>Every way in which an offer ends.</summary>
public sealed class OfferTests
{
    [Fact]
    public async Task Offer_Accepted_ConnectsTheAgentOnce()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");

        var connected = await centre.ConnectAsync("i-1");

        Assert.Equal("ana", connected.Agent);
        Assert.Equal(1, connected.Facts.Fence);
        Assert.Equal(
            ["InteractionOpened", "MessageSaid", "InteractionQueued", "OfferIssued", "AgentConnected"],
            await centre.NamesOf("i-1"));
    }

    [Fact]
    public async Task Offer_AcceptedTwice_ChangesNothingTheSecondTime()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        var connected = await centre.ConnectAsync("i-1");

        var again = await centre.AskAsync("i-1", new AcceptOffer(connected.Offer, "ana", default));

        Assert.Equal(5, again.Version);
    }

    [Fact]
    public async Task Offer_AcceptedByAnother_IsRefused()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        var offered = await centre.OfferTo("ana", "i-1");

        var reply = await centre.Interaction("i-1")
            .Execute(new AcceptOffer(offered.Offer, "ben", default), centre.Meta());

        Assert.Equal(InteractionRefusals.OfferNotYours, reply.Refusal);
    }

    [Fact]
    public async Task Offer_Rejected_GoesToAnotherAgent()
    {
        await using var centre = await CentreWith("ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferOf("i-1");

        await centre.AskAsync("i-1", new RejectOffer(first.Offer, first.Agent, "busy", default));

        var second = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.NotEqual(first.Agent, second.Agent);
        Assert.Equal(2, second.Facts.Fence);
        await centre.FreeAsync(first.Agent);
    }

    [Fact]
    public async Task Offer_TimedOut_SetsTheAgentToNotRespondingAndGoesOn()
    {
        await using var centre = await CentreWith("ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferOf("i-1");
        await centre.OfferTo(first.Agent, "i-1");

        await centre.PassAsync(Given.OfferTimeout + TimeSpan.FromSeconds(1));

        var second = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.NotEqual(first.Agent, second.Agent);
        await centre.SessionOf(first.Agent, s => s.NotResponding, "the agent to be not responding");
    }

    [Fact]
    public async Task Offer_NotYetTimedOut_Stands()
    {
        await using var centre = await CentreWith("ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferOf("i-1");

        await centre.PassAsync(Given.OfferTimeout - TimeSpan.FromMilliseconds(1));
        await centre.AskAsync("i-1", new AcceptOffer(first.Offer, first.Agent, default));

        Assert.Equal(first.Agent, (await centre.StateOf<Connected>("i-1")).Agent);
    }

    [Fact]
    public async Task Offer_NotResponding_IsOfferedAgainWhenTheAgentIsBack()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferTo("ana", "i-1");
        await centre.PassAsync(Given.OfferTimeout + TimeSpan.FromSeconds(1));
        await centre.SessionOf("ana", s => s.NotResponding, "ana to be not responding");
        await centre.StateOf<Queued>("i-1");

        await centre.TellAsync("ana", new ChangePresence(Given.Online, false, "back", default));

        var second = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.Equal("ana", second.Agent);
    }

    [Fact]
    public async Task Offer_CustomerLeft_IsCancelledAndFreesTheAgent()
    {
        await using var centre = await CentreWith("ana");
        await centre.OpenAsync("i-1");
        await centre.OfferTo("ana", "i-1");

        await centre.AskAsync("i-1", new LeaveInteraction(default));
        await centre.FreeAsync("ana");
        await centre.OpenAsync("i-2");

        Assert.Equal("ana", (await centre.OfferOf("i-2")).Agent);
        Assert.Contains("OfferCancelled", await centre.NamesOf("i-1"));
    }

    [Fact]
    public async Task Offer_AgentSignedOut_IsRescindedAndGoesOn()
    {
        await using var centre = await CentreWith("ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferOf("i-1");
        await centre.OfferTo(first.Agent, "i-1");

        await centre.TellAsync(first.Agent, new SignOut(false, "signed_out", first.Agent, default));

        var second = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.NotEqual(first.Agent, second.Agent);
        Assert.Contains("OfferRescinded", await centre.NamesOf("i-1"));
    }

    [Fact]
    public async Task Offer_ConnectionLostPastGrace_IsRescindedAndGoesOn()
    {
        var grace = TimeSpan.FromSeconds(10);
        await using var centre = await CentreWith(o => o.DeskGraceSeconds = (int)grace.TotalSeconds, "ana", "ben");
        await centre.OpenAsync("i-1");
        var first = await centre.OfferOf("i-1");
        await centre.OfferTo(first.Agent, "i-1");

        await centre.TellAsync(first.Agent, new DisconnectDesk($"desk-{first.Agent}", "closed", grace, default));
        await centre.PassAsync(grace + TimeSpan.FromSeconds(1));

        var second = await centre.StateOf<Offered>("i-1", s => s.Offer != first.Offer);
        Assert.NotEqual(first.Agent, second.Agent);
        Assert.Contains("OfferRescinded", await centre.NamesOf("i-1"));
    }

    private static Task<Centre> CentreWith(params string[] agents) => CentreWith(static _ => { }, agents);

    private static async Task<Centre> CentreWith(Action<SiloOptions> set, params string[] agents)
    {
        var centre = await Centre.StartAsync(set);
        await centre.ConfigureAsync();
        await centre.SignInAsync(agents);
        return centre;
    }
}
