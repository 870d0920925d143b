using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Routing;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Customers;

/// <summary>What a customer asks for, in the words of the domain. The request was checked before.</summary>
public static class OpeningMapping
{
    public static OpenRequest ToDomain(this V1.OpenInteractionRequest request, string customer) => new(
        customer,
        request.CustomerName,
        request.Channel.ToDomain()!.Value,
        request.Queue,
        request.Subject,
        request.FirstMessage.Length == 0 ? null : request.FirstMessage,
        [.. request.Skills.Select(s => new SkillRequirement(s.Skill, s.MinimumLevel))],
        request.ExtraPriority);
}
