using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>Finds the event of an offer in the log: actors do not keep the decision behind it.</summary>
internal sealed class OfferRecords(LiveServices services, string tenant)
{
    /// <returns>Null when it is not kept any more: the offer is shown without its decision then.</returns>
    /// <param name="upTo">Position up to which the interaction was read.</param>
    public async ValueTask<OfferIssued?> FindAsync(OfferInHand offer, long upTo, CancellationToken cancellationToken)
    {
        var after = services.Feed.Oldest - 1;
        while (after < upTo)
        {
            var query = new FeedQuery(after, services.Options.RefillPageEventsMax)
            {
                UpTo = upTo,
                Tenant = tenant,
                Stream = Streams.Interaction(offer.Interaction),
            };
            var page = await services.Feed.ReadAsync(query, cancellationToken);
            foreach (var recorded in page.Events)
            {
                if (recorded.Type == nameof(OfferIssued)
                    && new LiveEvent(recorded, services.Codec).Body is OfferIssued issued
                    && issued.Offer == offer.Offer)
                {
                    return issued;
                }
            }

            after = page.Through;
            if (page.IsLast)
            {
                break;
            }
        }

        return null;
    }
}
