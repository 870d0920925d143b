using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class CustomerServiceTests(RunningGateway gateway)
{
    [Fact]
    public async Task OpenInteraction_SameRequestTwice_OpensOneAndGivesTheSameAnswer()
    {
        var floor = await Floor.Open(gateway);
        var request = new OpenInteractionRequest { RequestId = "once", Channel = Channel.Chat, Queue = "general" };
        var first = await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        var second = await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        Assert.Equal(first.InteractionId, second.InteractionId);
        Assert.Equal(first.Receipt.Position, second.Receipt.Position);
        Assert.Equal((false, true), (first.Receipt.Repeated, second.Receipt.Repeated));
        var own = await floor.Customers.ListOwnInteractionsAsync(new ListOwnInteractionsRequest(), floor.Ann);
        Assert.All(own.Interactions, i => Assert.Equal(first.InteractionId, i.InteractionId));
    }

    [Fact]
    public async Task OpenInteraction_SameIdForSomethingElse_IsRefused()
    {
        var floor = await Floor.Open(gateway);
        var request = new OpenInteractionRequest { RequestId = "once", Channel = Channel.Chat, Queue = "general" };
        await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        request.Subject = "Something else";
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Customers.OpenInteractionAsync(request, floor.Ann));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task OpenInteraction_SameIdOfAnotherCaller_IsAnotherInteraction()
    {
        var floor = await Floor.Open(gateway);
        var request = new OpenInteractionRequest { RequestId = "once", Channel = Channel.Chat, Queue = "general" };
        var ann = await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        var bob = await floor.Customers.OpenInteractionAsync(request, floor.As(Role.Customer, "bob"));
        Assert.NotEqual(ann.InteractionId, bob.InteractionId);
        Assert.False(bob.Receipt.Repeated);
    }

    [Fact]
    public async Task OpenInteraction_UnknownQueue_IsNotFound()
    {
        var floor = await Floor.Open(gateway);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest { RequestId = "r", Channel = Channel.Chat, Queue = "nowhere" }, floor.Ann));
        Assert.Equal((StatusCode.NotFound, "QUEUE_UNKNOWN"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task OpenInteraction_SkillThatNobodyConfigured_IsInvalidInsteadOfWaitingForEver()
    {
        var floor = await Floor.Open(gateway);
        var request = new OpenInteractionRequest
        {
            RequestId = floor.Next(), Channel = Channel.Chat, Queue = "general",
            Skills = { new SkillWish { Skill = "french" }, new SkillWish { Skill = "klingon" } },
        };
        var invalid = await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Customers.OpenInteractionAsync(request, floor.Ann));
        Assert.Equal(("INVALID_FIELDS", "skills[1].skill"), (invalid.Reason(), invalid.Fields().Single()));

        request.Skills.RemoveAt(1);
        var opened = await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        await floor.Admin.ApplyConfigurationAsync(
            new ApplyConfigurationRequest { RequestId = floor.Next(), Yaml = "queues: { general: {} }" }, floor.Root);
        var again = await floor.Customers.OpenInteractionAsync(request, floor.Ann);
        Assert.Equal((opened.InteractionId, true), (again.InteractionId, again.Receipt.Repeated));
    }

    [Fact]
    public async Task Channel_SpeaksForCustomers_AndEachSeesOnlyItsOwn()
    {
        var floor = await Floor.Open(gateway);
        var channel = floor.As(Role.Channel, "widget");
        var opened = await floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest
            {
                RequestId = "w-1", CustomerId = "cem", CustomerName = "Cem", Channel = Channel.Sms, Queue = "general",
                ExtraPriority = 7,
            },
            channel);
        await floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest
            {
                RequestId = "w-2", CustomerId = "cem", InteractionId = opened.InteractionId, Text = "Hi",
            },
            channel);
        await floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest { RequestId = "c-1", InteractionId = opened.InteractionId, Text = "Me" },
            floor.As(Role.Customer, "cem"));
        var got = await floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = opened.InteractionId }, floor.Boss);
        Assert.Equal(["Hi", "Me"], got.Interaction.Transcript.Select(m => m.Text));
        Assert.All(got.Interaction.Transcript, m => Assert.Equal(("cem", Party.Customer), (m.Author, m.From)));
        Assert.Equal(7, got.Interaction.Priority);
    }

    [Fact]
    public async Task EveryCall_ForeignUnknownOrOtherTenants_IsTheSameNotFound()
    {
        var floor = await Floor.Open(gateway);
        var other = await Floor.Open(gateway);
        string[] ids = [await floor.AnnOpens(), await other.AnnOpens(), "i-aaaaaaaaaaaaaaaaaaaaaaaaaa"];
        var mallory = floor.As(Role.Customer, "mallory");
        var bodies = new List<string>();
        foreach (var id in ids)
        {
            foreach (var call in Calls(floor, id, mallory))
            {
                var refused = await Assert.ThrowsAsync<RpcException>(call);
                Assert.Equal(StatusCode.NotFound, refused.StatusCode);
                bodies.Add(refused.Body());
            }
        }

        Assert.Equal(15, bodies.Count);
        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task SwitchChannel_LeaveAndReopen_KeepTheThread()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens();
        await floor.Customers.SwitchChannelAsync(
            new SwitchChannelRequest { RequestId = floor.Next(), InteractionId = id, Channel = Channel.Voice },
            floor.Ann);
        await floor.Customers.LeaveInteractionAsync(
            new LeaveInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ann);
        await floor.Customers.ReopenInteractionAsync(
            new ReopenInteractionRequest { RequestId = floor.Next(), InteractionId = id }, floor.Ann);
        var got = await floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = id }, floor.Boss);
        Assert.Equal((Channel.Voice, 1), (got.Interaction.Channel, got.Interaction.Reopenings));
        Assert.Single(got.Interaction.Transcript);
        Assert.All(got.Timeline, t => Assert.EndsWith(".", t.Summary, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, got.Timeline.Count).Select(n => (long)n), got.Timeline.Select(t => t.Version));
    }

    [Fact]
    public async Task WatchInteraction_Own_BeginsWithItsSnapshot()
    {
        var floor = await Floor.Open(gateway);
        var id = await floor.AnnOpens("Anybody there?");
        using var watch = floor.Customers.WatchInteraction(
            new WatchInteractionRequest { InteractionId = id }, floor.Ann);
        var snapshot = await watch.Next(r => r.Snapshot is not null, "the snapshot");
        Assert.Equal("Anybody there?", snapshot.Snapshot.Transcript.Single().Text);
        await watch.Next(r => r.Synced is not null, "the end of the snapshot");
    }

    private static IEnumerable<Func<Task>> Calls(Floor floor, string id, Metadata caller)
    {
        yield return async () => await floor.Customers.SendCustomerMessageAsync(
            new SendCustomerMessageRequest { RequestId = floor.Next(), InteractionId = id, Text = "Hi" }, caller);
        yield return async () => await floor.Customers.LeaveInteractionAsync(
            new LeaveInteractionRequest { RequestId = floor.Next(), InteractionId = id }, caller);
        yield return async () => await floor.Customers.ReopenInteractionAsync(
            new ReopenInteractionRequest { RequestId = floor.Next(), InteractionId = id }, caller);
        yield return async () => await floor.Customers.RateInteractionAsync(
            new RateInteractionRequest { RequestId = floor.Next(), InteractionId = id, Score = 5 }, caller);
        yield return async () => await floor.Customers.SwitchChannelAsync(
            new SwitchChannelRequest { RequestId = floor.Next(), InteractionId = id, Channel = Channel.Voice }, caller);
    }
}
