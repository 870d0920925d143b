using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Agents;

/// <summary>Serves <c>WatchAgents</c>: every agent of the tenant, then every change.</summary>
public sealed class AgentsWatch(LiveServices services)
{
    private readonly TenantFolds<AgentSession> _folds = new(
        services.Hub,
        tenant => new TenantFold<AgentSession>(
            Streams.AgentCategory,
            FoldRules.Agent,
            static state => state is AgentSession.Unknown,
            services.Log,
            (stream, reading) => services.AgentCheckpoints.Offer(tenant, stream, reading)));

    /// <summary>Tenants whose agents are folded at the moment.</summary>
    internal int TenantsFolded => _folds.Count;

    public Task RunAsync(
        WatchAgentsRequest request,
        Caller caller,
        IServerStreamWriter<WatchAgentsResponse> stream,
        ServerCallContext context)
    {
        var view = new AgentsView(services, _folds, caller.Tenant);
        return new WatchStream<WatchAgentsResponse>(
            services, view, caller.ExpiresAt, stream, context.CancellationToken).RunAsync(request.Cursor);
    }
}
