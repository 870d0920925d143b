using System.Runtime.CompilerServices;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Supervision;

/// <summary>What happened to an interaction, from its stream.</summary>
public sealed class InteractionHistory(IEventReader store, IEventCodec codec)
{
    /// <summary>Events read at once.</summary>
    private const int PageEvents = 500;

    /// <summary>Every event, oldest first, with its body.</summary>
    public async IAsyncEnumerable<(RecordedEvent Recorded, InteractionEvent Event)> Read(
        string tenant, string interaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = Streams.Interaction(interaction);
        var version = 0L;
        while (true)
        {
            var page = await store.ReadStreamAsync(tenant, stream, version, PageEvents, cancellationToken);
            foreach (var recorded in page)
            {
                var body = recorded.Body ?? codec.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
                yield return (recorded, (InteractionEvent)body);
                version = recorded.Version;
            }

            if (page.Count < PageEvents)
            {
                yield break;
            }
        }
    }

    /// <summary>The event at a version of the interaction; null when there is none.</summary>
    public async Task<InteractionEvent?> FindAt(
        string tenant, string interaction, long version, CancellationToken cancellationToken)
    {
        var page = await store.ReadStreamAsync(tenant, Streams.Interaction(interaction), version - 1, 1, cancellationToken);
        return page is [var recorded]
            ? (InteractionEvent)(recorded.Body ?? codec.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data))
            : null;
    }

    /// <summary>An offer of the interaction with its decision.</summary>
    /// <param name="offer">Empty: the last one.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<OfferIssued?> FindOffer(
        string tenant, string interaction, string offer, CancellationToken cancellationToken)
    {
        OfferIssued? found = null;
        await foreach (var (_, @event) in Read(tenant, interaction, cancellationToken))
        {
            if (@event is OfferIssued issued && (offer.Length == 0 || issued.Offer == offer))
            {
                found = issued;
            }
        }

        return found;
    }
}
