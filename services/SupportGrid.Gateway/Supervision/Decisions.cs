using System.Text;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>Why an interaction went where it went: the recorded decisions in words, and computed again.</summary>
public sealed class Decisions(IGrainFactory grains, InteractionHistory history)
{
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: no such interaction, or no such offer.</exception>
    public async Task<V1.ExplainDecisionResponse> Explain(
        string tenant, string interaction, string offer, CancellationToken cancellationToken)
    {
        var issued = await Find(tenant, interaction, offer, cancellationToken);
        return new V1.ExplainDecisionResponse
        {
            Sentences = { DecisionSentences.Explain(DecisionCodec.DecodeText(issued.Decision)) },
            DecisionJson = issued.Decision,
            OfferId = issued.Offer,
        };
    }

    /// <summary>Why the interaction does not go to this agent right now.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: no such interaction, or no such agent.</exception>
    public async Task<V1.ExplainDecisionResponse> ExplainNow(string tenant, string interaction, string agent)
    {
        var existing = await Existing(tenant, interaction);
        var configuration = await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        if (!configuration.State.Agents.ContainsKey(agent))
        {
            throw EdgeErrors.Refused(AgentRefusals.AgentUnknown);
        }

        var response = new V1.ExplainDecisionResponse();
        if (existing is not (Interaction.Queued or Interaction.Offered))
        {
            response.Sentences.Add("It does not wait: nobody is looked for.");
            return response;
        }

        var group = GrainKeys.Of(tenant, existing.Facts.Policy.RoutingGroup);
        response.Sentences.AddRange(await grains.GetGrain<IDispatcherGrain>(group).ExplainNow(interaction, agent));
        return response;
    }

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND: no such interaction, or no such offer.</exception>
    public async Task<V1.ReplayDecisionResponse> Replay(
        string tenant, string interaction, string offer, CancellationToken cancellationToken)
    {
        var issued = await Find(tenant, interaction, offer, cancellationToken);
        var result = DecisionReplay.Replay(Encoding.UTF8.GetBytes(issued.Decision));
        return new V1.ReplayDecisionResponse
        {
            Same = result.Same,
            DecisionJson = issued.Decision,
            ReplayedJson = result.Recomputed is null ? "" : DecisionCodec.EncodeText(result.Recomputed),
            Difference = string.Join(' ', result.Differences),
        };
    }

    private async Task<OfferIssued> Find(
        string tenant, string interaction, string offer, CancellationToken cancellationToken)
    {
        await Existing(tenant, interaction);
        return await history.FindOffer(tenant, interaction, offer, cancellationToken)
            ?? throw EdgeErrors.Refused(EdgeRefusals.NoSuchDecision);
    }

    private async Task<Interaction.Existing> Existing(string tenant, string interaction)
    {
        var reading = await grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, interaction)).Read();
        return reading.State as Interaction.Existing ?? throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
    }
}
