using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Events;

/// <summary>Serves <c>WatchEvents</c>: every event of the tenant in the one order of the log.</summary>
public sealed class EventsWatch(LiveServices services)
{
    public Task RunAsync(
        WatchEventsRequest request,
        Caller caller,
        IServerStreamWriter<WatchEventsResponse> stream,
        ServerCallContext context)
    {
        var view = new EventsView(caller, request.Types_);
        var watch = new WatchStream<WatchEventsResponse>(
            services, view, caller.ExpiresAt, stream, context.CancellationToken);
        return request.Cursor.Length == 0 && request.From == StartFrom.Beginning
            ? watch.RunAfterAsync(services.Feed.Oldest - 1)
            : watch.RunAsync(request.Cursor);
    }
}
