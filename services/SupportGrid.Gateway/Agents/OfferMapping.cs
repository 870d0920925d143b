using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Agents;

/// <summary>
/// Offers on the wire. Why the offer came (<c>why</c>, <c>decision_json</c>) and what is offered (<c>interaction</c>)
/// lie in the interaction's stream: who sends an offer on its own adds them.
/// </summary>
public static class OfferMapping
{
    public static V1.Offer ToProto(this OfferInHand offer) => new()
    {
        OfferId = offer.Offer,
        InteractionId = offer.Interaction,
        Fence = offer.Fence,
        Channel = offer.Channel.ToProto(),
        Queue = offer.Queue,
        Until = offer.Until.ToProto(),
    };
}
