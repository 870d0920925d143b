using SupportGrid.Api.V1;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

public sealed class DocumentedAgentTests(World world) : IClassFixture<World>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_agent_of_the_document_takes_who_comes()
    {
        using var stop = new CancellationTokenSource();
        var agent = DocumentedAgent.RunAsync(world.Server.GrpcAddress, world.Server.Token("ana", "agent"), stop.Token);
        var interaction = await world.OpenAsync("dora");

        await ConnectedAsync(interaction, "dora").Within("the documented agent to take dora");
        Assert.Equal("ana", (await world.ReadAsync(interaction)).AgentId);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agent);
    }

    [Fact]
    public async Task The_agent_of_the_document_takes_the_offer_that_was_pending_when_it_came_back()
    {
        var (interaction, offer) = await OfferedAndGoneAsync("erik");
        using var stop = new CancellationTokenSource();
        var agent = DocumentedAgent.RunAsync(world.Server.GrpcAddress, world.Server.Token("ana", "agent"), stop.Token);

        await ConnectedAsync(interaction, "erik").Within("the documented agent to take erik");
        var connected = await world.ReadAsync(interaction);
        Assert.Equal(("ana", offer), (connected.AgentId, connected.OfferId));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agent);
    }

    [Fact]
    public async Task The_document_shows_what_is_run()
    {
        var source = await File.ReadAllLinesAsync(
            Path.Combine(Tool.Root, "tests", "SupportGrid.Functional.Tests", "Clients", "DocumentedAgent.cs"));
        var run = source.SkipWhile(l => !l.EndsWith("// begin", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => !l.EndsWith("// end", StringComparison.Ordinal))
            .Select(l => l.Length > 8 ? l[8..] : "");
        var document = await File.ReadAllTextAsync(Path.Combine(Tool.Root, "shared", "docs", "clients.md"));
        Assert.Contains(string.Join('\n', run).Trim(), document, StringComparison.Ordinal);
    }

    /// <summary>Ana's desk goes when it has an offer and has not answered.</summary>
    private async Task<(string Interaction, string Offer)> OfferedAndGoneAsync(string customer)
    {
        using var desk = world.Server.Client("ana", "agent");
        using var limit = new CancellationTokenSource(Patience);
        await desk.CallAsync(desk.Desk.SignInAsync, new SignInRequest { RequestId = World.Id() }, limit.Token);
        var interaction = "";
        await foreach (var watched in desk.WatchDeskAsync("", limit.Token))
        {
            if (watched.Response?.Synced is not null)
            {
                // Only Ana takes e-mail.
                interaction = await world.OpenAsync(customer, channel: Channel.Email);
            }
            else if (watched.Response?.Offer is { } offer && offer.InteractionId == interaction)
            {
                return (interaction, offer.OfferId);
            }
        }

        throw new InvalidOperationException("The desk ended before the offer came.");
    }

    private async Task ConnectedAsync(string interaction, string customer)
    {
        await foreach (var watched in world.Channel.WatchInteractionAsync(interaction, customer))
        {
            var state = watched.Response?.Snapshot?.State ?? watched.Response?.Changed?.State;
            if (state == InteractionState.Connected)
            {
                return;
            }
        }
    }
}
