using System.Globalization;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>Open interactions of a tenant, oldest first, from the log's index of open streams.</summary>
public sealed class OpenInteractions(IGrainFactory grains, IEventReader store)
{
    /// <summary>Name of the list in page tokens.</summary>
    public const string List = "interactions";

    /// <summary>Interactions read at once.</summary>
    private const int BatchMax = 64;

    /// <summary>
    /// Interactions that one page looks at; with a queue as filter a page may come back shorter than asked.
    /// </summary>
    private const int LookedAtMax = 4_096;

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: there is no such queue, and nothing waits in it.</exception>
    internal async Task<V1.ListInteractionsResponse> Page(
        string tenant, string queue, PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.After.Length == 0 ? 0 : long.Parse(page.After, CultureInfo.InvariantCulture);
        var response = new V1.ListInteractionsResponse();
        var hasMore = true;
        for (var lookedAt = 0; hasMore && lookedAt < LookedAtMax && response.Interactions.Count < page.Size;)
        {
            // With a filter nobody knows how many will do: what is too much is looked at again by the next page.
            var left = page.Size - response.Interactions.Count;
            var wanted = queue.Length > 0 ? BatchMax : Math.Min(BatchMax, left);
            var found = await store.ListOpenAfterAsync(
                Streams.InteractionCategory, tenant, after, wanted + 1, cancellationToken);
            hasMore = found.Count > wanted;
            var batch = found.Take(wanted).ToArray();
            var readings = await Task.WhenAll(batch.Select(o => Read(tenant, o.Stream)));
            for (var i = 0; i < batch.Length; i++, lookedAt++)
            {
                if (response.Interactions.Count == page.Size)
                {
                    hasMore = true;
                    break;
                }

                after = batch[i].Position;
                if (IsShown(readings[i].State, queue))
                {
                    response.Interactions.Add(readings[i].ToProto(withTranscript: false)!);
                }
            }
        }

        response.NextPageToken = hasMore ? PageToken.Of(List, after.ToString(CultureInfo.InvariantCulture)) : "";
        if (queue.Length > 0 && page.After.Length == 0 && response is { Interactions.Count: 0, NextPageToken: "" })
        {
            await DemandQueue(tenant, queue);
        }

        return response;
    }

    /// <summary>Only for a list without entries: a queue that was taken out of service may still have some.</summary>
    private async Task DemandQueue(string tenant, string queue)
    {
        var configuration = await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        if (!configuration.State.Queues.ContainsKey(queue))
        {
            throw EdgeErrors.Refused(GrainRefusals.QueueUnknown);
        }
    }

    /// <summary>What has closed since the index was read is not open any more.</summary>
    private static bool IsShown(Interaction state, string queue) =>
        state is Interaction.Existing existing
        && state is not Interaction.Closed
        && (queue.Length == 0 || existing.Facts.Queue == queue);

    private Task<Reading<Interaction>> Read(string tenant, string stream) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, Streams.Parse(stream).Id)).Read();
}
