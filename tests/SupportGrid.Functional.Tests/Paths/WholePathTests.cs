using SupportGrid.Api.V1;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Paths;

/// <summary>The main job through the public API, against the real server.</summary>
public sealed class WholePathTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task From_the_first_word_to_the_closed_interaction()
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        var interaction = await world.OpenAsync("w1", first: "My parcel is lost");
        var offer = await ana.OfferOfAsync(interaction);
        Assert.Contains("Ana", offer.Why, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("My parcel is lost", Assert.Single(offer.Interaction.Transcript).Text);

        await ana.AcceptAsync(offer);
        await ana.UntilAsync(r => r.Interaction?.InteractionId == interaction, "the interaction on the desk");
        await world.SayAsync(interaction, "w1", "It was due on Monday");
        await ana.UntilAsync(r => r.Message?.Message.Text == "It was due on Monday", "the customer's message");
        await ana.SayAsync(interaction, "I am looking it up");
        Assert.True((await ana.EndAsync(interaction)).WrapUp);
        await ana.WrapUpAsync(interaction, "solved");
        await ana.UntilAsync(r => r.Released is { Because: "closed" } x && x.InteractionId == interaction, "the release");

        var closed = await world.ReadAsync(interaction);
        Assert.Equal(InteractionState.Closed, closed.State);
        Assert.Equal(CloseReason.Served, closed.CloseReason);
        Assert.Equal(
            ["My parcel is lost", "It was due on Monday", "I am looking it up"], closed.Transcript.Select(m => m.Text));
        Assert.Equal([1, 2, 3], closed.Transcript.Select(m => m.Sequence));
    }

    [Fact]
    public async Task A_decision_is_explained_and_replays_to_the_same_bytes()
    {
        await using var ben = await TestDesk.SignInAsync(world, "ben");
        var interaction = await world.OpenAsync("w2");
        await ben.TakeAsync(interaction);

        var explained = await world.Supervisor.CallAsync(
            world.Supervisor.Supervision.ExplainDecisionAsync, new ExplainDecisionRequest { InteractionId = interaction });
        Assert.NotEmpty(explained.Sentences);
        var replayed = await world.Supervisor.CallAsync(
            world.Supervisor.Supervision.ReplayDecisionAsync,
            new ReplayDecisionRequest { InteractionId = interaction, OfferId = explained.OfferId });
        Assert.True(replayed.Same, replayed.Difference);
        Assert.Equal(explained.DecisionJson, replayed.ReplayedJson);
        await world.LeaveAsync(interaction, "w2");
        await ben.WrapUpAsync(interaction, "solved");
    }

    [Fact]
    public async Task A_transfer_to_an_agent_arrives_there_with_the_whole_thread()
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        var interaction = await world.OpenAsync("w3", first: "For Ben, please");
        await ana.TakeAsync(interaction);
        await using var ben = await TestDesk.SignInAsync(world, "ben");
        await ana.TransferAsync(interaction, "support", "ben");
        await ana.UntilAsync(r => r.Released?.InteractionId == interaction, "the release at the first desk");

        await ben.TakeAsync(interaction);
        var taken = ben.Seen.Last(r => r.Interaction?.InteractionId == interaction).Interaction;
        Assert.Equal("For Ben, please", taken.Transcript[0].Text);
        Assert.Equal("ben", (await world.ReadAsync(interaction)).AgentId);
        await ben.EndAsync(interaction);
        await ben.WrapUpAsync(interaction, "follow-up");
    }

    [Fact]
    public async Task A_switch_of_channel_keeps_the_thread()
    {
        await using var ana = await TestDesk.SignInAsync(world, "ana");
        var interaction = await world.OpenAsync("w4", first: "I have to run");
        await ana.TakeAsync(interaction);
        await world.Channel.CallAsync(
            world.Channel.Customers.SwitchChannelAsync,
            new SwitchChannelRequest
            {
                RequestId = World.Id(), InteractionId = interaction, CustomerId = "w4", Channel = Channel.Email,
            });
        var second = await ana.UntilAsync(
            r => r.Offer is { Channel: Channel.Email } o && o.InteractionId == interaction, "the offer on the new channel");
        await ana.AcceptAsync(second.Offer);
        var read = await world.ReadAsync(interaction);
        Assert.Equal((Channel.Email, "I have to run"), (read.Channel, read.Transcript[0].Text));
        await ana.EndAsync(interaction);
        await ana.WrapUpAsync(interaction, "solved");
    }
}
