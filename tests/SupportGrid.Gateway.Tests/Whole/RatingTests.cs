using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole.Refusals;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A gateway of its own, whose clock can be set.</summary>
public sealed class RatingTests(RefusalGateway gateway) : IClassFixture<RefusalGateway>
{
    [Fact]
    public async Task RateInteraction_AfterTheEnd_IsInTheTimelineAndOnTheStreamOfItsCustomer()
    {
        var stage = await Stage.Open(gateway);
        var id = await stage.Wrapping();
        using var watch = stage.Floor.Customers.WatchInteraction(
            new WatchInteractionRequest { InteractionId = id }, stage.Floor.Ann);
        await watch.Next(r => r.Synced is not null, "the end of the snapshot");

        await Rate(stage, id, 4, "Ana <b>knew</b> it");

        var changed = await watch.Next(r => r.Changed is not null, "the rating");
        Assert.Equal((4, "Ana <b>knew</b> it"), (changed.Changed.Rating, changed.Changed.RatingComment));
        var got = await stage.Floor.Supervision.GetInteractionAsync(
            new GetInteractionRequest { InteractionId = id }, stage.Floor.Boss);
        Assert.Equal(4, got.Interaction.Rating);
        var entry = Assert.Single(got.Timeline, t => t.Type == "InteractionRated");
        Assert.Equal("The customer gave 4 of 5: Ana <b>knew</b> it", entry.Summary);
    }

    [Fact]
    public async Task RateInteraction_TheSameAgain_ChangesNothing()
    {
        var stage = await Stage.Open(gateway);
        var id = await stage.Abandoned();
        await Rate(stage, id, 2, "");
        var before = await stage.Log();

        await Rate(stage, id, 2, "");

        Assert.Equal(before, await stage.Log());
    }

    [Fact]
    public async Task RateInteraction_EightDaysAfterTheEnd_IsRefused()
    {
        var stage = await Stage.Open(gateway);
        var id = await stage.Abandoned();
        gateway.Clock.StepTo(gateway.Clock.GetUtcNow().AddDays(8));

        var refused = await Assert.ThrowsAsync<RpcException>(() => Rate(stage, id, 2, ""));

        Assert.Equal((StatusCode.FailedPrecondition, "RATING_WINDOW_OVER"), (refused.StatusCode, refused.Reason()));
    }

    private static async Task Rate(Stage stage, string id, int score, string comment) =>
        await stage.Floor.Customers.RateInteractionAsync(
            new RateInteractionRequest
            {
                RequestId = stage.Floor.Next(), InteractionId = id, Score = score, Comment = comment,
            },
            stage.Floor.Ann);
}
