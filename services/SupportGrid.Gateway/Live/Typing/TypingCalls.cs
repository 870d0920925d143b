using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using State = SupportGrid.Domain.Interactions.Interaction;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Typing;

/// <summary>Carries "is writing" from one side of a talk to the other.</summary>
public sealed class TypingCalls(LiveServices services, GatewayOptions options)
{
    private readonly CallBuckets<(string Tenant, string Interaction, V1.Party From)> _buckets =
        new(options.TypingPerSecondMax, options.TypingBurstMax, services.Clock);

    /// <summary>To the agent who has the interaction. Whose interaction it is was checked before.</summary>
    /// <exception cref="Grpc.Core.RpcException">RATE_LIMITED.</exception>
    public async Task ByCustomer(Caller caller, string interaction, bool typing)
    {
        Take(caller, interaction, V1.Party.Customer);
        if (await Read(caller, interaction) is State.InTalk talk)
        {
            services.Typing.Tell(
                caller.Tenant, TypingBoard.Agent(talk.Agent), interaction, V1.Party.Customer, typing);
        }
    }

    /// <summary>To the customer.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// RATE_LIMITED; NO_SUCH_INTERACTION; NOT_YOUR_INTERACTION: another agent has it, or nobody.
    /// </exception>
    public async Task ByAgent(Caller caller, string interaction, bool typing)
    {
        Take(caller, interaction, V1.Party.Agent);
        switch (await Read(caller, interaction))
        {
            case State.InTalk talk when talk.Agent == caller.Subject:
                services.Typing.Tell(
                    caller.Tenant, TypingBoard.CustomerOf(interaction), interaction, V1.Party.Agent, typing);
                break;
            case State.Existing:
                throw EdgeErrors.Refused(InteractionRefusals.NotYourInteraction);
            default:
                throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
        }
    }

    private async Task<State> Read(Caller caller, string interaction) =>
        (await services.Grains.GetGrain<IInteractionGrain>(GrainKeys.Of(caller.Tenant, interaction)).Read()).State;

    private void Take(Caller caller, string interaction, V1.Party from)
    {
        if (_buckets.Take((caller.Tenant, interaction, from)) is { } retryAfter)
        {
            throw EdgeErrors.LimitReached(
                EdgeReasons.RateLimited, "This was said too often; wait and say it again.", retryAfter);
        }
    }
}
