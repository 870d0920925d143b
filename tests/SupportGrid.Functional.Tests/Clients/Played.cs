using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Functional.Tests.Desks;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// What a played path left behind, apart from ids and instants: whoever plays the same path must leave the same.
/// </summary>
/// <param name="Transcript">A line an utterance: sequence, side, channel, text.</param>
/// <param name="Timeline">Types of everything that happened, in order.</param>
/// <param name="Refusal">The status of saying something once it is closed.</param>
internal sealed record Played(
    string Transcript, string Timeline, InteractionState State, CloseReason CloseReason, string WrapUpCode, string Refusal)
{
    /// <summary>The agent's words on the path; the customer begins with words of its own.</summary>
    public const string Answer = "Hello back";

    /// <summary>The customer's last words on the path.</summary>
    public const string Thanks = "Thanks";

    public static async Task<Played> ReadAsync(World world, string interaction, string refusal)
    {
        var read = await world.Supervisor.CallAsync(
            world.Supervisor.Supervision.GetInteractionAsync, new GetInteractionRequest { InteractionId = interaction });
        var played = read.Interaction;
        return new Played(
            string.Join('\n', played.Transcript.Select(m => $"{m.Sequence} {m.From} {m.Channel} {m.Text}")),
            string.Join('\n', read.Timeline.Select(t => t.Type)),
            played.State,
            played.CloseReason,
            played.WrapUpCode,
            refusal);
    }

    /// <summary>Our own client plays the path.</summary>
    public static async Task<Played> ByOurClientAsync(World world, string agent, string customer, string first)
    {
        await using var desk = await TestDesk.SignInAsync(world, agent);
        var interaction = await world.OpenAsync(customer, first: first);
        await desk.TakeAsync(interaction);
        await desk.SayAsync(interaction, Answer);
        await world.SayAsync(interaction, customer, Thanks);
        await desk.UntilAsync(r => r.Message?.Message.Text == Thanks, "the customer's last words");
        await desk.EndAsync(interaction);
        await desk.WrapUpAsync(interaction, "solved");
        await desk.UntilAsync(r => r.Released?.InteractionId == interaction, "the release");
        var refused = await Assert.ThrowsAsync<RpcException>(() => desk.SayAsync(interaction, "too late"));
        Assert.Equal("INTERACTION_ENDED", RpcErrors.ReasonOf(refused));
        return await ReadAsync(world, interaction, Enum.GetName(refused.StatusCode)!);
    }
}
