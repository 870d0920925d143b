using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Customers;

/// <summary>Whose interaction it is. An owner never changes, so what was once read is kept.</summary>
public sealed class Owners(IGrainFactory grains, GatewayOptions options)
{
    private readonly BoundedCache<(string Tenant, string Interaction), string> _known = new(options.OwnersKnownMax);

    public void Note(string tenant, string interaction, string customer) =>
        _known.Keep((tenant, interaction), customer);

    /// <summary>
    /// Makes sure that the interaction is the customer's. One that is not there, another tenant's and another
    /// customer's all get the same answer.
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public async ValueTask Demand(string tenant, string interaction, string customer)
    {
        var owner = _known.Find((tenant, interaction)) ?? await Read(tenant, interaction);
        if (owner != customer)
        {
            throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
        }
    }

    private async Task<string?> Read(string tenant, string interaction)
    {
        var reading = await grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, interaction)).Read();
        if (reading.State is not Interaction.Existing { Facts.Customer: var customer })
        {
            return null;
        }

        Note(tenant, interaction, customer);
        return customer;
    }
}
