using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Customers;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Desk;
using SupportGrid.Gateway.Live.Typing;
using SupportGrid.Gateway.Supervision;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <summary>For the agent's desktop; the contract is in desk.proto. Every call acts for the token's subject.</summary>
public sealed partial class DeskService(
    IGrainFactory grains,
    Presences presences,
    DeskWatch watch,
    InteractionHistory history,
    DeskChoices choices,
    AgentDays days,
    TypingCalls typing,
    TimeProvider clock)
    : V1.DeskService.DeskServiceBase
{
    public override async Task<V1.SignInResponse> SignIn(V1.SignInRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var presence = await presences.Find(caller.Tenant, request.Presence);
        var command = new SignIn(presence, Commands.GraceOfActor, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller).Execute(command, meta).OrThrow();
        return new V1.SignInResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SignOutResponse> SignOut(V1.SignOutRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var command = new SignOut(request.Force, "signed_out", caller.Subject, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller).Execute(command, meta).OrThrow();
        return new V1.SignOutResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SetPresenceResponse> SetPresence(
        V1.SetPresenceRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var presence = await presences.Find(caller.Tenant, request.Presence);
        var command = new ChangePresence(presence, request.WhenFree, "agent", Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller).Execute(command, meta).OrThrow();
        return new V1.SetPresenceResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SetEmotionalLoadResponse> SetEmotionalLoad(
        V1.SetEmotionalLoadRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var command = new ChooseEmotionalLoad(request.OptedOut, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Agent(caller).Execute(command, meta).OrThrow();
        return new V1.SetEmotionalLoadResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.GetCustomerResponse> GetCustomer(
        V1.GetCustomerRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check();
        var interaction = (await Interaction(caller, request.InteractionId).Read()).State;
        if (InteractionMapping.AgentOf(interaction) != caller.Subject
            || interaction is not Interaction.Existing { Facts: { Customer: var customer, Transfers: var transfers } })
        {
            throw EdgeErrors.Refused(EdgeRefusals.NoSuchInteraction);
        }

        var reading = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(caller.Tenant, customer)).Read();
        var response = new V1.GetCustomerResponse { Customer = reading.State.ToProto(customer) };
        if (transfers > 0)
        {
            await AddHandovers(response, caller.Tenant, request.InteractionId, context.CancellationToken);
        }

        return response;
    }

    public override Task<V1.GetDeskOptionsResponse> GetDeskOptions(
        V1.GetDeskOptionsRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        return choices.Options(caller.Tenant, caller.Subject);
    }

    public override Task<V1.ListTransferTargetsResponse> ListTransferTargets(
        V1.ListTransferTargetsRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        return choices.Targets(caller.Tenant, caller.Subject, request);
    }

    public override Task<V1.GetOwnDayResponse> GetOwnDay(V1.GetOwnDayRequest request, ServerCallContext context)
    {
        request.Check(clock.GetUtcNow());
        var caller = Caller.Of(context);
        return days.Read(
            caller.Tenant, caller.Subject, request.Since.ToDateTimeOffset(), context.CancellationToken);
    }

    public override Task WatchDesk(
        V1.WatchDeskRequest request,
        IServerStreamWriter<V1.WatchDeskResponse> responseStream,
        ServerCallContext context)
    {
        request.Check();
        return watch.RunAsync(request, Caller.Of(context), responseStream, context);
    }

    private async Task AddHandovers(
        V1.GetCustomerResponse response, string tenant, string interaction, CancellationToken cancellationToken)
    {
        await foreach (var (_, @event) in history.Read(tenant, interaction, cancellationToken))
        {
            if (@event is InteractionTransferred transferred)
            {
                response.Handovers.Add(transferred.ToProto());
            }
        }
    }

    private IAgentGrain Agent(Caller caller) =>
        grains.GetGrain<IAgentGrain>(GrainKeys.Of(caller.Tenant, caller.Subject));

    private IInteractionGrain Interaction(Caller caller, string id) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(caller.Tenant, id));
}
