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
        var open = await store.ListOpenAsync(
            Streams.InteractionCategory, tenant, cancellationToken: cancellationToken);
        var left = open.Where(o => o.Position > after).Take(LookedAtMax + 1).ToList();
        var response = new V1.ListInteractionsResponse();
        var lookedAt = 0;
        while (lookedAt < Math.Min(left.Count, LookedAtMax) && response.Interactions.Count < page.Size)
        {
            var batch = left.Skip(lookedAt).Take(Math.Min(BatchMax, page.Size - response.Interactions.Count)).ToList();
            var readings = await Task.WhenAll(batch.Select(o => Read(tenant, o.Stream)));
            response.Interactions.AddRange(readings
                .Where(r => IsShown(r.State, queue))
                .Select(r => r.ToProto(withTranscript: false)!));
            lookedAt += batch.Count;
        }

        response.NextPageToken = lookedAt < left.Count
            ? PageToken.Of(List, left[lookedAt - 1].Position.ToString(CultureInfo.InvariantCulture))
            : "";
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
