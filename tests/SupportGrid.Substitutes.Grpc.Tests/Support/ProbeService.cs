using Grpc.Core;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>Runs the script of the test.</summary>
[ProbeMark("class")]
public sealed class ProbeService(ProbeScript script) : Probe.ProbeBase
{
    [ProbeMark("method")]
    public override Task<ProbeReply> Ask(ProbeRequest request, ServerCallContext context) => script.Ask(request, context);

    public override Task Watch(
        ProbeRequest request, IServerStreamWriter<ProbeReply> responseStream, ServerCallContext context) =>
        script.Watch(request, responseStream, context);

    public override Task<ProbeReply> Collect(IAsyncStreamReader<ProbeRequest> requestStream, ServerCallContext context) =>
        script.Collect(requestStream, context);

    public override Task Talk(
        IAsyncStreamReader<ProbeRequest> requestStream,
        IServerStreamWriter<ProbeReply> responseStream,
        ServerCallContext context) => script.Talk(requestStream, responseStream, context);
}
