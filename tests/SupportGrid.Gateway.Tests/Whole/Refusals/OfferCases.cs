using Grpc.Core;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What answers to offers are refused with.</summary>
internal static class OfferCases
{
    private delegate Task Answer(Stage stage, Metadata by, string interaction, string offer);

    public static IEnumerable<RefusalCase> All =>
    [
        .. Answered("AcceptOffer", Accept),
        .. Answered("RejectOffer", Reject),
        new RefusalCase("AcceptOffer", "ALREADY_CONNECTED", async stage =>
        {
            var interaction = await stage.Talking();
            return () => Accept(stage, stage.Ben, interaction, "another");
        }),
    ];

    private static IEnumerable<RefusalCase> Answered(string method, Answer answer)
    {
        yield return new RefusalCase(method, "OFFER_NOT_CURRENT", async stage =>
        {
            var offer = await stage.Offered();
            return () => answer(stage, stage.Floor.Ana, offer.InteractionId, "another");
        });
        yield return new RefusalCase(method, "OFFER_NOT_YOURS", async stage =>
        {
            var offer = await stage.Offered();
            return () => answer(stage, stage.Ben, offer.InteractionId, offer.OfferId);
        });
        yield return new RefusalCase(method, "OFFER_EXPIRED", async stage =>
        {
            var offer = await stage.Offered("brief");
            stage.Clock.StepTo(offer.Until.ToDateTimeOffset());
            return () => answer(stage, stage.Floor.Ana, offer.InteractionId, offer.OfferId);
        });
    }

    private static async Task Accept(Stage stage, Metadata by, string interaction, string offer) =>
        await stage.Floor.Desk.AcceptOfferAsync(
            new AcceptOfferRequest
            {
                RequestId = stage.Floor.Next(), InteractionId = interaction, OfferId = offer,
            },
            by);

    private static async Task Reject(Stage stage, Metadata by, string interaction, string offer) =>
        await stage.Floor.Desk.RejectOfferAsync(
            new RejectOfferRequest
            {
                RequestId = stage.Floor.Next(), InteractionId = interaction, OfferId = offer, Reason = "busy",
            },
            by);
}
