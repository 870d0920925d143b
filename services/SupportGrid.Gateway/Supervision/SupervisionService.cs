using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Desk;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Agents;
using SupportGrid.Gateway.Live.Alerts;
using SupportGrid.Gateway.Live.Interactions;
using SupportGrid.Gateway.Live.Queues;
using SupportGrid.Gateway.Live.Wallboards;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>For supervisors and wallboards; the contract is in supervision.proto.</summary>
public sealed partial class SupervisionService(
    IGrainFactory grains,
    AgentDirectory agents,
    OpenInteractions open,
    Intervals intervals,
    InteractionHistory history,
    Decisions decisions,
    Presences presences,
    WallboardWatch wallboardWatch,
    QueueWatch queueWatch,
    AgentsWatch agentsWatch,
    InteractionsWatch interactionsWatch,
    AlertsWatch alertsWatch) : V1.SupervisionService.SupervisionServiceBase
{
    public override Task<V1.ListAgentsResponse> ListAgents(V1.ListAgentsRequest request, ServerCallContext context) =>
        agents.Page(Caller.Of(context).Tenant, request.Check());

    public override Task<V1.ListInteractionsResponse> ListInteractions(
        V1.ListInteractionsRequest request, ServerCallContext context) =>
        open.Page(Caller.Of(context).Tenant, request.Queue, request.Check(), context.CancellationToken);

    public override Task<V1.ListIntervalsResponse> ListIntervals(
        V1.ListIntervalsRequest request, ServerCallContext context) =>
        intervals.Read(Caller.Of(context).Tenant, request.Queue, request.Check());

    public override async Task<V1.GetInteractionResponse> GetInteraction(
        V1.GetInteractionRequest request, ServerCallContext context)
    {
        request.Check();
        var tenant = Caller.Of(context).Tenant;
        var reading = await Interaction(tenant, request.InteractionId).Read();
        var response = new V1.GetInteractionResponse
        {
            Interaction = reading.ToProto(withTranscript: true)
                ?? throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction),
        };
        await foreach (var (recorded, @event) in history.Read(tenant, request.InteractionId, context.CancellationToken))
        {
            response.Timeline.Add(TimelineMapping.ToProto(recorded, @event));
        }

        return response;
    }

    public override Task<V1.ExplainDecisionResponse> ExplainDecision(
        V1.ExplainDecisionRequest request, ServerCallContext context)
    {
        request.Check();
        var tenant = Caller.Of(context).Tenant;
        return request.AgentId.Length > 0
            ? decisions.ExplainNow(tenant, request.InteractionId, request.AgentId)
            : decisions.Explain(tenant, request.InteractionId, request.OfferId, context.CancellationToken);
    }

    public override Task<V1.ReplayDecisionResponse> ReplayDecision(
        V1.ReplayDecisionRequest request, ServerCallContext context)
    {
        request.Check();
        return decisions.Replay(
            Caller.Of(context).Tenant, request.InteractionId, request.OfferId, context.CancellationToken);
    }

    public override async Task<V1.ReassignInteractionResponse> ReassignInteraction(
        V1.ReassignInteractionRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var toAgent = request.ToAgent.Length == 0 ? null : request.ToAgent;
        var transfer = new TransferRequest(null, caller.Subject, request.ToQueue, toAgent, request.Note);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller.Tenant, request.InteractionId).Transfer(transfer, meta).OrThrow();
        return new V1.ReassignInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.ChangePriorityResponse> ChangePriority(
        V1.ChangePriorityRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var command = new PrioritiseInteraction(
            request.Priority, caller.Subject, request.Reason, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller.Tenant, request.InteractionId).Execute(command, meta).OrThrow();
        return new V1.ChangePriorityResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SignOutAgentResponse> SignOutAgent(
        V1.SignOutAgentRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var command = new SignOut(request.Force, "supervisor", caller.Subject, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller.Tenant, request.AgentId).Execute(command, meta).OrThrow();
        return new V1.SignOutAgentResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SetAgentPresenceResponse> SetAgentPresence(
        V1.SetAgentPresenceRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var presence = await presences.Find(caller.Tenant, request.Presence);
        var command = new ChangePresence(presence, WhenFree: false, "supervisor", Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller.Tenant, request.AgentId).Execute(command, meta).OrThrow();
        return new V1.SetAgentPresenceResponse { Receipt = reply.ToProto() };
    }

    private IInteractionGrain Interaction(string tenant, string id) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(tenant, id));

    private IAgentGrain Agent(string tenant, string id) => grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, id));
}
