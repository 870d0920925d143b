using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Refusals;

/// <summary>
/// Every refusal that a client can meet, met through the API: status, reason, and the state as it was.
/// </summary>
public sealed class InteractionRefusalsTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Opening_says_why_a_queue_takes_nothing()
    {
        await Refused.WithAsync(StatusCode.NotFound, "QUEUE_UNKNOWN", () => world.OpenAsync("c1", "nowhere"));
        await Refused.WithAsync(StatusCode.FailedPrecondition, "QUEUE_CLOSED", () => world.OpenAsync("c1", "never"));
    }

    [Fact]
    public async Task A_request_id_means_one_request()
    {
        var request = new OpenInteractionRequest
        {
            RequestId = World.Id(), CustomerId = "c2", Channel = Channel.Chat, Queue = "latin", FirstMessage = "once",
        };
        var first = await world.Channel.CallAsync(world.Channel.Customers.OpenInteractionAsync, request);
        var again = await world.Channel.CallAsync(world.Channel.Customers.OpenInteractionAsync, request);
        Assert.Equal(first.InteractionId, again.InteractionId);
        Assert.Equal(first.Receipt.Version, again.Receipt.Version);
        Assert.True(again.Receipt.Repeated);

        request.FirstMessage = "twice";
        await UnchangedAsync(first.InteractionId, () => Refused.WithAsync(
            StatusCode.AlreadyExists,
            "REQUEST_ID_REUSED",
            () => world.Channel.CallAsync(world.Channel.Customers.OpenInteractionAsync, request)));
        await world.LeaveAsync(first.InteractionId, "c2");
    }

    [Fact]
    public async Task Nobody_reaches_what_is_not_theirs()
    {
        var interaction = await world.OpenAsync("c3", "latin");
        await Refused.WithAsync(StatusCode.NotFound, "NO_SUCH_INTERACTION", () => world.SayAsync("i-none", "c3", "hello"));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.NotFound, "NO_SUCH_INTERACTION", () => world.SayAsync(interaction, "somebody-else", "hello")));

        using var other = world.Server.Client("sue", "supervisor", tenant: "other");
        await Refused.WithAsync(StatusCode.NotFound, "NO_SUCH_INTERACTION", () => other.CallAsync(
            other.Supervision.GetInteractionAsync, new GetInteractionRequest { InteractionId = interaction }));
        await world.LeaveAsync(interaction, "c3");
    }

    [Fact]
    public async Task Offers_are_answered_by_the_one_who_is_asked_and_once()
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        using var ben = world.Server.Client("ben", "agent");
        var interaction = await world.OpenAsync("c4");
        var offer = await ana.OfferOfAsync(interaction);

        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.PermissionDenied, "OFFER_NOT_YOURS", () => AnswerAsync(ben, interaction, offer.OfferId)));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "OFFER_NOT_CURRENT", () => AnswerAsync(ana.Client, interaction, "o-other")));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "WRAP_UP_NOT_STARTED", () => ana.WrapUpAsync(interaction, "solved")));

        await ana.AcceptAsync(offer);
        await ana.UntilAsync(r => r.Interaction?.InteractionId == interaction, "the interaction on the desk");
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.PermissionDenied, "NOT_YOUR_INTERACTION", () => SayAsync(ben, interaction)));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "NOT_WAITING", () => PrioritiseAsync(interaction)));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.InvalidArgument, "TRANSFER_TO_SELF", () => ana.TransferAsync(interaction, "support", "ana")));
        await Refused.WithAsync(StatusCode.NotFound, "QUEUE_UNKNOWN", () => ana.TransferAsync(interaction, "nowhere"));
        await Refused.WithAsync(StatusCode.FailedPrecondition, "AGENT_HAS_WORK", () => ana.Client.CallAsync(
            ana.Client.Desk.SignOutAsync, new SignOutRequest { RequestId = World.Id() }));

        await ana.EndAsync(interaction);
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "INTERACTION_ENDED", () => world.SayAsync(interaction, "c4", "one more thing")));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.InvalidArgument, "WRAP_UP_CODE_REQUIRED", () => ana.WrapUpAsync(interaction, "")));
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.InvalidArgument, "WRAP_UP_CODE_UNKNOWN", () => ana.WrapUpAsync(interaction, "magic")));
        await ana.WrapUpAsync(interaction, "solved");
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "ALREADY_CLOSED", () => ana.WrapUpAsync(interaction, "follow-up")));
    }

    [Fact]
    public async Task An_offer_that_ran_out_is_over_and_closing_without_a_window_is_final()
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        var interaction = await world.OpenAsync("c5", "quick");
        var offer = await ana.OfferOfAsync(interaction);
        await ana.UntilAsync(r => r.OfferEnded is { Ending: "expired" } e && e.OfferId == offer.OfferId, "the end of the offer");
        await Refused.WithAsync(StatusCode.FailedPrecondition, "OFFER_NOT_CURRENT", () => ana.AcceptAsync(offer));
        await ana.UntilAsync(r => r.Agent is { RoutingStatus: RoutingStatus.NotResponding }, "not-responding");

        await world.LeaveAsync(interaction, "c5");
        await UnchangedAsync(interaction, () => Refused.WithAsync(
            StatusCode.FailedPrecondition, "REOPEN_WINDOW_OVER", () => world.Channel.CallAsync(
                world.Channel.Customers.ReopenInteractionAsync,
                new ReopenInteractionRequest { RequestId = World.Id(), InteractionId = interaction, CustomerId = "c5" })));
    }

    [Fact]
    public async Task An_agent_who_is_unknown_or_signed_out_is_told_so()
    {
        using var zoe = world.Server.Client("zoe", "agent");
        await Refused.WithAsync(StatusCode.NotFound, "AGENT_UNKNOWN", () => zoe.CallAsync(
            zoe.Desk.SignInAsync, new SignInRequest { RequestId = World.Id() }));
        using var ben = world.Server.Client("ben", "agent");
        await Refused.WithAsync(StatusCode.FailedPrecondition, "NOT_SIGNED_IN", async () =>
        {
            await foreach (var _ in ben.WatchDeskAsync())
            {
            }
        });
    }

    [Fact]
    public async Task Every_wrong_field_of_a_request_is_named_at_once()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => world.Channel.CallAsync(
            world.Channel.Customers.OpenInteractionAsync,
            new OpenInteractionRequest { Subject = new string('x', 201), FirstMessage = new string('y', 8_001) }));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        var fields = Client.RpcErrors.InvalidFieldsOf(error).Select(f => f.Field).ToArray();
        Assert.Superset(
            new HashSet<string> { "request_id", "channel", "queue", "subject", "first_message", "customer_id" },
            fields.ToHashSet());
    }

    private async Task UnchangedAsync(string interaction, Func<Task> refused)
    {
        var before = await world.ReadAsync(interaction);
        await refused();
        var after = await world.ReadAsync(interaction);
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.State, after.State);
    }

    private static Task AnswerAsync(Client.SupportGridClient client, string interaction, string offer) => client.CallAsync(
        client.Desk.AcceptOfferAsync,
        new AcceptOfferRequest { RequestId = World.Id(), InteractionId = interaction, OfferId = offer });

    private static Task SayAsync(Client.SupportGridClient client, string interaction) => client.CallAsync(
        client.Desk.SendAgentMessageAsync,
        new SendAgentMessageRequest { RequestId = World.Id(), InteractionId = interaction, Text = "hello" });

    private Task PrioritiseAsync(string interaction) => world.Supervisor.CallAsync(
        world.Supervisor.Supervision.ChangePriorityAsync,
        new ChangePriorityRequest { RequestId = World.Id(), InteractionId = interaction, Priority = 5, Reason = "vip" });
}
