using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Desk;

/// <summary>Which presences there are in a tenant: "online", and the reasons of its configuration.</summary>
public sealed class Presences(IGrainFactory grains)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: there is no such presence.</exception>
    public async Task<Presence> Find(string tenant, string code)
    {
        if (code is "" or PresenceReason.Online)
        {
            return new Presence(PresenceReason.Online, TakesWork: true, Commands.StampedByActor);
        }

        var reading = await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        return reading.State.Presences.TryGetValue(code, out var reason)
            ? new Presence(reason.Key, reason.TakesWork, Commands.StampedByActor)
            : throw EdgeErrors.Invalid("presence", "must be online or one of the configured presences");
    }
}
