using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventSourcing;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Recovery;

/// <summary>Two activations of one actor: the log decides, not who is first in memory.</summary>
public sealed class TwinTests
{
    [Fact]
    public async Task Twins_ThatAcceptTheSameOffer_ConnectOnce()
    {
        await using var centre = await Centre.StartAsync();
        await centre.ConfigureAsync();
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        var offered = await centre.OfferTo("ana", "i-1");
        using var twin = await centre.StartTwinAsync();
        var other = twin.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IInteractionGrain>(GrainKeys.Of(Given.Tenant, "i-1"));
        await other.Read();

        var replies = await Task.WhenAll(
            centre.Interaction("i-1").Execute(new AcceptOffer(offered.Offer, "ana", default), centre.Meta()),
            other.Execute(new AcceptOffer(offered.Offer, "ana", default), centre.Meta()));

        Assert.All(replies, r => Assert.Null(r.Refusal));
        Assert.Single(await centre.EventsOf("i-1"), e => e is AgentConnected);
        await twin.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task Twin_ThatIsBehind_ReadsOnBeforeItDecides()
    {
        await using var centre = await Centre.StartAsync();
        await centre.ConfigureAsync();
        await centre.OpenAsync("i-1");
        using var twin = await centre.StartTwinAsync();
        var other = twin.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IInteractionGrain>(GrainKeys.Of(Given.Tenant, "i-1"));
        await other.Read();
        await centre.AskAsync("i-1", new LeaveInteraction(default));

        var reply = await other.Execute(
            new SayMessage(Party.Customer, "zoe", "m-2", "still there?", default), centre.Meta());

        Assert.Equal(InteractionRefusals.InteractionEnded, reply.Refusal);
        Assert.IsType<Closed>((await other.Read()).State);
        await twin.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task Twin_OfACustomer_IsLoggedWithoutTheCustomersId()
    {
        const string customer = "zoe@example.org";
        await using var centre = await Centre.StartAsync();
        using var twin = await centre.StartTwinAsync();
        var other = twin.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ICustomerGrain>(GrainKeys.Of(Given.Tenant, customer));
        await other.Read();
        await centre.Customer(customer).Execute(new IdentifyCustomer(customer, "Zoe", null, default), centre.Meta());

        await other.Execute(new IdentifyCustomer(customer, "Zoe Z.", null, default), centre.Meta());

        var line = Assert.Single(centre.Log.Lines, l => l.Contains(" 1004: ", StringComparison.Ordinal));
        Assert.Matches("Stream customer/#[0-9a-f]{8} was changed", line);
        Assert.All(centre.Log.Lines, l => Assert.DoesNotContain(customer, l, StringComparison.Ordinal));
        Assert.Equal("interaction/i-1", StreamLabel.Of("interaction/i-1"));
        await twin.StopAsync(new CancellationToken(canceled: true));
    }
}
