using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Watching;
using State = SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Gateway.Live.Alerts;

/// <summary>Serves <c>WatchAlerts</c>: who needs a supervisor's look, then every change of that.</summary>
public sealed class AlertsWatch(LiveServices services)
{
    private readonly TenantFolds<State> _folds = new(
        services.Hub,
        _ => new TenantFold<State>(
            Streams.InteractionCategory, FoldRules.Silent, static state => state is State.Closed, services.Log));

    public Task RunAsync(
        WatchAlertsRequest request,
        Caller caller,
        IServerStreamWriter<WatchAlertsResponse> stream,
        ServerCallContext context)
    {
        var rows = new AlertRows(request.Queues, TextLanguages.Of(request.Language));
        var view = new AlertsView(services, _folds, caller.Tenant, rows);
        return new WatchStream<WatchAlertsResponse>(
            services, view, caller.ExpiresAt, stream, context.CancellationToken).RunAsync(request.Cursor);
    }
}
