using Grpc.Core;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Events;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Events;

/// <summary>For other services; the contract is in events.proto.</summary>
public sealed class EventsService(EventsWatch events) : V1.EventsService.EventsServiceBase
{
    public override Task WatchEvents(
        V1.WatchEventsRequest request,
        IServerStreamWriter<V1.WatchEventsResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return events.RunAsync(request, Caller.Of(context), responseStream, context);
    }
}
