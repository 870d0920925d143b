using System.Globalization;
using Grpc.Core;
using SupportGrid.Api.V1;

namespace SupportGrid.Client.Tests.Support;

/// <summary>The desk's calls, played from the script.</summary>
public sealed class ScriptedDesk(Script script) : DeskService.DeskServiceBase
{
    public override Task<SignInResponse> SignIn(SignInRequest request, ServerCallContext context) =>
        script.SignInAsync(request, context);

    public override Task WatchDesk(
        WatchDeskRequest request, IServerStreamWriter<WatchDeskResponse> responseStream, ServerCallContext context) =>
        script.StreamAsync(request.Cursor, context, (name, cursor) => responseStream.WriteAsync(
            new WatchDeskResponse { Agent = new Agent { AgentId = name }, Cursor = cursor }));
}

/// <summary>The supervisor's streams, played from the script.</summary>
public sealed class ScriptedSupervision(Script script) : SupervisionService.SupervisionServiceBase
{
    public override Task WatchAgents(
        WatchAgentsRequest request, IServerStreamWriter<WatchAgentsResponse> responseStream, ServerCallContext context) =>
        script.StreamAsync(request.Cursor, context, (name, cursor) => responseStream.WriteAsync(
            new WatchAgentsResponse { Agent = new Agent { AgentId = name }, Cursor = cursor }));

    public override Task WatchInteractions(
        WatchInteractionsRequest request,
        IServerStreamWriter<WatchInteractionsResponse> responseStream,
        ServerCallContext context) =>
        script.StreamAsync(request.Cursor, context, (name, cursor) => responseStream.WriteAsync(
            new WatchInteractionsResponse { Interaction = new Interaction { InteractionId = name }, Cursor = cursor }));

    public override Task WatchQueue(
        WatchQueueRequest request, IServerStreamWriter<WatchQueueResponse> responseStream, ServerCallContext context) =>
        script.StreamAsync(request.Cursor, context, (name, cursor) => responseStream.WriteAsync(
            new WatchQueueResponse
            {
                Queue = request.Queue, Waiting = int.Parse(name, CultureInfo.InvariantCulture), Cursor = cursor,
            }));

    public override Task WatchWallboard(
        WatchWallboardRequest request, IServerStreamWriter<WatchWallboardResponse> responseStream, ServerCallContext context) =>
        script.StreamAsync(request.Cursor, context, (name, cursor) => responseStream.WriteAsync(
            new WatchWallboardResponse { Queue = new QueueNumbers { Queue = name }, Cursor = cursor }));
}
