using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Watching;
using State = SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Gateway.Live.Interactions;

/// <summary>Serves <c>WatchInteractions</c>: every open interaction of the tenant, then every change.</summary>
public sealed class InteractionsWatch(LiveServices services)
{
    private readonly TenantFolds<State> _folds = new(
        services.Hub,
        _ => new TenantFold<State>(
            Streams.InteractionCategory, FoldRules.Silent, static state => state is State.Closed, services.Log));

    /// <summary>Tenants whose interactions are folded at the moment.</summary>
    internal int TenantsFolded => _folds.Count;

    public Task RunAsync(
        WatchInteractionsRequest request,
        Caller caller,
        IServerStreamWriter<WatchInteractionsResponse> stream,
        ServerCallContext context)
    {
        var view = new InteractionsView(services, _folds, caller.Tenant);
        return new WatchStream<WatchInteractionsResponse>(
            services, view, caller.ExpiresAt, stream, context.CancellationToken).RunAsync(request.Cursor);
    }
}
