using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Guests;

/// <summary>
/// Where guests may go. What the configuration says now counts, not what it said when their session began.
/// </summary>
public sealed class GuestQueues(IGrainFactory grains)
{
    /// <summary>The chat of a tenant; off for a tenant that is not there.</summary>
    public async Task<ChatPolicy> Of(string tenant) =>
        (await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read()).State.Chat;

    /// <exception cref="Grpc.Core.RpcException">GUESTS_NOT_ADMITTED: a guest wants to come to another
    /// queue.</exception>
    public async ValueTask Demand(Caller caller, string queue)
    {
        if (caller.IsGuest && !(await Of(caller.Tenant)).Admits(queue))
        {
            throw EdgeErrors.Refused(EdgeRefusals.GuestsNotAdmitted);
        }
    }
}
