using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>Serves <c>WatchDesk</c>: own session, offers, and everything of the interactions in hand.</summary>
public sealed class DeskWatch(LiveServices services)
{
    public Task RunAsync(
        WatchDeskRequest request,
        Caller caller,
        IServerStreamWriter<WatchDeskResponse> stream,
        ServerCallContext context)
    {
        var view = new DeskView(services, caller.Tenant, caller.Subject, TextLanguages.Of(request.Language));
        return new WatchStream<WatchDeskResponse>(services, view, caller.ExpiresAt, stream, context.CancellationToken)
            .RunAsync(request.Cursor);
    }
}
