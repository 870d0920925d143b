using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Guests;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Customers;
using SupportGrid.Gateway.Live.Typing;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Customers;

/// <summary>For customer channels; the contract is in customer.proto.</summary>
public sealed class CustomerService(
    IGrainFactory grains,
    Owners owners,
    SkillWishes skills,
    GuestQueues guests,
    CustomerWatch watch,
    TypingCalls typing,
    GatewayOptions options)
    : V1.CustomerService.CustomerServiceBase
{
    public override async Task<V1.OpenInteractionResponse> OpenInteraction(
        V1.OpenInteractionRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var customer = request.Check(caller);
        var id = DerivedIds.Interaction(caller.Tenant, caller.Subject, request.RequestId);
        await guests.Demand(caller, request.Queue);
        await skills.Demand(caller.Tenant, id, request);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, id).Open(request.ToDomain(customer), meta).OrThrow();
        owners.Note(caller.Tenant, id, customer);
        return new V1.OpenInteractionResponse { InteractionId = id, Receipt = reply.ToProto() };
    }

    public override async Task<V1.SendCustomerMessageResponse> SendCustomerMessage(
        V1.SendCustomerMessageRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var customer = request.Check(caller);
        await owners.Demand(caller.Tenant, request.InteractionId, customer);
        var messageId = DerivedIds.Message(request.InteractionId, caller.Subject, request.RequestId);
        var command = new SayMessage(Party.Customer, customer, messageId, request.Text, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Execute(command, meta).OrThrow();
        return new V1.SendCustomerMessageResponse { Receipt = reply.ToProto(), MessageId = messageId };
    }

    public override async Task<V1.SetCustomerTypingResponse> SetCustomerTyping(
        V1.SetCustomerTypingRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        await owners.Demand(caller.Tenant, request.InteractionId, request.Check(caller));
        await typing.ByCustomer(caller, request.InteractionId, request.Typing);
        return new V1.SetCustomerTypingResponse();
    }

    public override async Task<V1.LeaveInteractionResponse> LeaveInteraction(
        V1.LeaveInteractionRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        await owners.Demand(caller.Tenant, request.InteractionId, request.Check(caller));
        var command = new LeaveInteraction(Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Execute(command, meta).OrThrow();
        return new V1.LeaveInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.ReopenInteractionResponse> ReopenInteraction(
        V1.ReopenInteractionRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var customer = request.Check(caller);
        await owners.Demand(caller.Tenant, request.InteractionId, customer);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Reopen(Party.Customer, customer, meta).OrThrow();
        return new V1.ReopenInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.RateInteractionResponse> RateInteraction(
        V1.RateInteractionRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        await owners.Demand(caller.Tenant, request.InteractionId, request.Check(caller));
        var command = new RateInteraction(request.Score, request.Comment, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Execute(command, meta).OrThrow();
        return new V1.RateInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SwitchChannelResponse> SwitchChannel(
        V1.SwitchChannelRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        await owners.Demand(caller.Tenant, request.InteractionId, request.Check(caller));
        var directFor = TimeSpan.FromMilliseconds(options.SwitchDirectMs);
        var command = new SwitchChannel(request.Channel.ToDomain()!.Value, directFor, Commands.StampedByActor);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Execute(command, meta).OrThrow();
        return new V1.SwitchChannelResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.IdentifyCustomerResponse> IdentifyCustomer(
        V1.IdentifyCustomerRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var customer = request.Check(caller);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Customer(caller, customer).Execute(request.ToDomain(customer), meta).OrThrow();
        return new V1.IdentifyCustomerResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.ListOwnInteractionsResponse> ListOwnInteractions(
        V1.ListOwnInteractionsRequest request, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        var customer = request.Check(caller);
        var reading = await Customer(caller, customer).Read();
        var response = new V1.ListOwnInteractionsResponse();
        response.Interactions.AddRange(CustomerMapping.HistoryOf(reading.State));
        return response;
    }

    public override Task WatchInteraction(
        V1.WatchInteractionRequest request,
        IServerStreamWriter<V1.WatchInteractionResponse> responseStream,
        ServerCallContext context)
    {
        var caller = Caller.Of(context);
        request.Check(caller);
        return watch.RunAsync(request, caller, responseStream, context);
    }

    private ICustomerGrain Customer(Caller caller, string id) =>
        grains.GetGrain<ICustomerGrain>(GrainKeys.Of(caller.Tenant, id));

    private IInteractionGrain Interaction(Caller caller, string id) =>
        grains.GetGrain<IInteractionGrain>(GrainKeys.Of(caller.Tenant, id));
}
