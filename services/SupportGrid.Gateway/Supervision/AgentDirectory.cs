using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Agents;
using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>Every agent that the configuration names, in the order of their ids, each as its session is now.</summary>
public sealed class AgentDirectory(IGrainFactory grains)
{
    /// <summary>Name of the list in page tokens.</summary>
    public const string List = "agents";

    internal async Task<V1.ListAgentsResponse> Page(string tenant, PageRequest page)
    {
        var configuration = await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        var ids = configuration.State.Agents.Keys
            .Where(id => string.CompareOrdinal(id, page.After) > 0)
            .Take(page.Size + 1)
            .ToList();
        var hasMore = ids.Count > page.Size;
        var shown = hasMore ? ids[..page.Size] : ids;
        var sessions = await Task.WhenAll(
            shown.Select(id => grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, id)).Read()));
        var response = new V1.ListAgentsResponse { NextPageToken = hasMore ? PageToken.Of(List, shown[^1]) : "" };

        // An agent whose profile is on its way to its actor is shown with the next list.
        response.Agents.AddRange(sessions.Select(s => s.ToProto()).OfType<V1.Agent>());
        return response;
    }
}
