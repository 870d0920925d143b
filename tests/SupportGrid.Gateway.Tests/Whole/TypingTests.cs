using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole.Refusals;

namespace SupportGrid.Gateway.Tests.Whole;

public sealed class TypingTests(RefusalGateway gateway) : IClassFixture<RefusalGateway>
{
    [Fact]
    public async Task SetTyping_InATalk_IsHeardByTheOtherSideAndNotStored()
    {
        var stage = await Stage.Open(gateway);
        var id = await stage.Talking();
        using var customer = stage.Floor.Customers.WatchInteraction(
            new WatchInteractionRequest { InteractionId = id }, stage.Floor.Ann);
        using var desk = stage.Floor.Desk.WatchDesk(new WatchDeskRequest(), stage.Floor.Ana);
        await customer.Next(r => r.Synced is not null, "the customer's snapshot");
        await desk.Next(r => r.Synced is not null, "the desk's snapshot");
        var before = await stage.Log();

        await ByAgent(stage, id, true);
        var heard = await customer.Next(r => r.Typing is not null, "the agent writing");
        Assert.Equal((Party.Agent, id), (heard.Typing.From, heard.Typing.InteractionId));
        Assert.InRange(heard.Typing.ExpiresIn.ToTimeSpan(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Empty(heard.Cursor);

        await ByAgent(stage, id, false);
        Assert.Null((await customer.Next(r => r.Typing is not null, "the agent having stopped")).Typing.ExpiresIn);

        await ByCustomer(stage, id);
        var seen = await desk.Next(r => r.Typing is not null, "the customer writing");
        Assert.Equal((Party.Customer, id), (seen.Typing.From, seen.Typing.InteractionId));
        Assert.Equal(before, await stage.Log());
    }

    [Fact]
    public async Task SetCustomerTyping_WhileWaiting_IsHeardByNobodyAndFine()
    {
        var stage = await Stage.Open(gateway);
        await ByCustomer(stage, await stage.Queued());
    }

    [Fact]
    public async Task SetCustomerTyping_TooOften_IsLimitedWithATimeToWait()
    {
        var stage = await Stage.Open(gateway);
        var id = await stage.Queued();
        var limited = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var n = 0; n < 100; n++)
            {
                await ByCustomer(stage, id);
            }
        });
        Assert.Equal("RATE_LIMITED", limited.Reason());
        Assert.NotNull(limited.Detail<Google.Rpc.RetryInfo>());
    }

    private static async Task ByAgent(Stage stage, string id, bool typing) => await stage.Floor.Desk.SetAgentTypingAsync(
        new SetAgentTypingRequest { InteractionId = id, Typing = typing }, stage.Floor.Ana);

    private static async Task ByCustomer(Stage stage, string id) => await stage.Floor.Customers.SetCustomerTypingAsync(
        new SetCustomerTypingRequest { InteractionId = id, Typing = true }, stage.Floor.Ann);
}
