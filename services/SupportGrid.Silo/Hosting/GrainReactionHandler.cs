using System.Diagnostics;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Hosting;

/// <summary>Carries reactions out by calling the actors they are for. A refusal is an answer like any other.</summary>
internal sealed class GrainReactionHandler(IGrainFactory grains) : IReactionHandler
{
    public Task HandleAsync(string tenant, Reaction reaction, CommandMeta meta) => reaction switch
    {
        TellItemWaiting tell => Dispatcher(tenant, tell.RoutingGroup).PutWaiting(tell.Item),
        TellItemGone tell => Dispatcher(tenant, tell.RoutingGroup).RemoveWaiting(tell.Interaction, tell.Version),
        TellAgentAvailability tell => Dispatcher(tenant, tell.RoutingGroup).PutAgent(tell.Availability),
        TellPolicy tell => Dispatcher(tenant, tell.Policy.RoutingGroup).PutPolicy(tell.Policy),
        TellAgent tell => grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, tell.Agent)).Execute(tell.Command, meta),
        TellInteraction tell =>
            grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, tell.Interaction)).Execute(tell.Command, meta),
        TellCustomer tell =>
            grains.GetGrain<ICustomerGrain>(GrainKeys.Of(tenant, tell.Customer)).Execute(tell.Command, meta),
        TellQueue tell => grains.GetGrain<IQueueGrain>(GrainKeys.Of(tenant, tell.Queue)).Execute(tell.Command, meta),
        TellCueLedger tell =>
            grains.GetGrain<ICueLedgerGrain>(GrainKeys.CueLedger(tenant)).Execute(tell.Command, meta),
        _ => throw new UnreachableException($"{reaction.GetType().Name} is carried out by nobody."),
    };

    private IDispatcherGrain Dispatcher(string tenant, string group) =>
        grains.GetGrain<IDispatcherGrain>(GrainKeys.Of(tenant, group));
}
