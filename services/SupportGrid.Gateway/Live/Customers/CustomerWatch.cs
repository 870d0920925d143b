using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Polls;
using SupportGrid.Gateway.Live.Watching;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Live.Customers;

/// <summary>
/// Serves <c>WatchInteraction</c>: one interaction for the customer whose it is, with place in line while it waits.
/// </summary>
public sealed class CustomerWatch(LiveServices services)
{
    private readonly Places _places = new(services);

    /// <summary>Routing groups that are asked for places at the moment.</summary>
    internal int GroupsAsked => _places.GroupsAsked;

    public Task RunAsync(
        WatchInteractionRequest request,
        Caller caller,
        IServerStreamWriter<WatchInteractionResponse> stream,
        ServerCallContext context)
    {
        // A channel speaks for the customer that it names; a customer's own token never does for another.
        var customer = caller.HasAny(Role.Channel) && request.CustomerId.Length > 0
            ? request.CustomerId
            : caller.Subject;
        var view = new CustomerView(services, _places, caller.Tenant, customer, request.InteractionId);
        return new WatchStream<WatchInteractionResponse>(
            services, view, caller.ExpiresAt, stream, context.CancellationToken).RunAsync(request.Cursor);
    }
}
