using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Identity;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <content>What an agent does with offers and interactions.</content>
public sealed partial class DeskService
{
    /// <remarks>
    /// Plain: the interaction knows whose offer it is. An agent's session that cannot hold the work any more says so
    /// afterwards, and the interaction goes back to the line.
    /// </remarks>
    public override async Task<V1.AcceptOfferResponse> AcceptOffer(
        V1.AcceptOfferRequest request, ServerCallContext context)
    {
        request.Check();
        var command = new AcceptOffer(request.OfferId, Caller.Of(context).Subject, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.AcceptOfferResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.RejectOfferResponse> RejectOffer(
        V1.RejectOfferRequest request, ServerCallContext context)
    {
        request.Check();
        var agent = Caller.Of(context).Subject;
        var command = new RejectOffer(request.OfferId, agent, request.Reason, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.RejectOfferResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SendAgentMessageResponse> SendAgentMessage(
        V1.SendAgentMessageRequest request, ServerCallContext context)
    {
        request.Check();
        var agent = Caller.Of(context).Subject;
        var messageId = DerivedIds.Message(request.InteractionId, agent, request.RequestId);
        var command = new SayMessage(Party.Agent, agent, messageId, request.Text, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.SendAgentMessageResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.SetAgentTypingResponse> SetAgentTyping(
        V1.SetAgentTypingRequest request, ServerCallContext context)
    {
        request.Check();
        await typing.ByAgent(Caller.Of(context), request.InteractionId, request.Typing);
        return new V1.SetAgentTypingResponse();
    }

    public override async Task<V1.HoldInteractionResponse> HoldInteraction(
        V1.HoldInteractionRequest request, ServerCallContext context)
    {
        request.Check();
        var command = new HoldInteraction(Caller.Of(context).Subject, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.HoldInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.RetrieveInteractionResponse> RetrieveInteraction(
        V1.RetrieveInteractionRequest request, ServerCallContext context)
    {
        request.Check();
        var command = new RetrieveInteraction(Caller.Of(context).Subject, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.RetrieveInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.TransferInteractionResponse> TransferInteraction(
        V1.TransferInteractionRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        var toAgent = request.ToAgent.Length == 0 ? null : request.ToAgent;
        var transfer = new TransferRequest(caller.Subject, caller.Subject, request.ToQueue, toAgent, request.Note);
        var meta = Commands.Meta(context, caller, request.RequestId, request);
        var reply = await Interaction(caller, request.InteractionId).Transfer(transfer, meta).OrThrow();
        return new V1.TransferInteractionResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.EndContactResponse> EndContact(
        V1.EndContactRequest request, ServerCallContext context)
    {
        request.Check();
        var caller = Caller.Of(context);
        var command = new EndContact(caller.Subject, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);

        // From the log and not from the state of now: a repeat gets the first answer, also when the wrap-up is over.
        var last = await history.FindAt(caller.Tenant, request.InteractionId, reply.Version, context.CancellationToken);
        return new V1.EndContactResponse { Receipt = reply.ToProto(), WrapUp = last is WrapUpStarted };
    }

    public override async Task<V1.CompleteWrapUpResponse> CompleteWrapUp(
        V1.CompleteWrapUpRequest request, ServerCallContext context)
    {
        request.Check();
        var code = request.Code.Length == 0 ? null : request.Code;
        var command = new CompleteWrapUp(Caller.Of(context).Subject, code, request.Note, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.CompleteWrapUpResponse { Receipt = reply.ToProto() };
    }

    public override async Task<V1.AnswerCueResponse> AnswerCue(
        V1.AnswerCueRequest request, ServerCallContext context)
    {
        request.Check();
        var label = request.RightLabel.Length == 0 ? null : request.RightLabel;
        var answer = request.Answer.ToDomain()!.Value;
        var agent = Caller.Of(context).Subject;
        var command = new AnswerCue(request.CueId, answer, agent, label, Commands.StampedByActor);
        var reply = await Ask(context, request.InteractionId, command, request.RequestId, request);
        return new V1.AnswerCueResponse { Receipt = reply.ToProto() };
    }

    private Task<CommandReply> Ask(
        ServerCallContext context, string interaction, InteractionCommand command, string requestId, IMessage request)
    {
        var caller = Caller.Of(context);
        var meta = Commands.Meta(context, caller, requestId, request);
        return Interaction(caller, interaction).Execute(command, meta).OrThrow();
    }
}
