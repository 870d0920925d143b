using Grpc.Core;
using SupportGrid.Gateway.Identity;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <content>The live views.</content>
public sealed partial class SupervisionService
{
    public override Task WatchWallboard(
        V1.WatchWallboardRequest request,
        IServerStreamWriter<V1.WatchWallboardResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return wallboardWatch.RunAsync(request, Caller.Of(context), responseStream, context);
    }

    public override Task WatchQueue(
        V1.WatchQueueRequest request,
        IServerStreamWriter<V1.WatchQueueResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return queueWatch.RunAsync(request, Caller.Of(context), responseStream, context);
    }

    public override Task WatchAgents(
        V1.WatchAgentsRequest request,
        IServerStreamWriter<V1.WatchAgentsResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return agentsWatch.RunAsync(request, Caller.Of(context), responseStream, context);
    }

    public override Task WatchInteractions(
        V1.WatchInteractionsRequest request,
        IServerStreamWriter<V1.WatchInteractionsResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return interactionsWatch.RunAsync(request, Caller.Of(context), responseStream, context);
    }

    public override Task WatchAlerts(
        V1.WatchAlertsRequest request,
        IServerStreamWriter<V1.WatchAlertsResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return alertsWatch.RunAsync(request, Caller.Of(context), responseStream, context);
    }
}
