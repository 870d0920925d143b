using System.Globalization;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Customers;

/// <summary>Whether there are the skills that somebody asks for: without one, a customer would wait for ever.</summary>
public sealed class SkillWishes(IGrainFactory grains)
{
    /// <summary>
    /// Makes sure that the configuration has every skill. A request that opened its interaction before gets its first
    /// answer, also when a skill has gone since.
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: there is no such skill.</exception>
    public async ValueTask Demand(string tenant, string interaction, V1.OpenInteractionRequest request)
    {
        if (request.Skills.Count == 0)
        {
            return;
        }

        var known = (await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read()).State.Skills;
        var check = new RequestValidation();
        for (var i = 0; i < request.Skills.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"skills[{i}].skill");
            check.Must(known.ContainsKey(request.Skills[i].Skill), field, "must be one of the configured skills");
        }

        if (check.Violations.Count > 0 && !await IsOpened(tenant, interaction))
        {
            check.Throw();
        }
    }

    private async Task<bool> IsOpened(string tenant, string interaction) =>
        (await grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, interaction)).Read()).State is Interaction.Existing;
}
