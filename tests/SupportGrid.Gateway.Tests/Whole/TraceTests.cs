using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Tests.Live.Floor;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>What the spans of requests and of calls between actors say.</summary>
[Collection(GatewayCollection.Name)]
public sealed class TraceTests(RunningGateway gateway) : IDisposable
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly List<ActivityListener> _listeners = [];

    public void Dispose() => _listeners.ForEach(static l => l.Dispose());

    [Fact]
    public async Task Span_OfACall_HasTheNameAndTheAttributesOfTheConventions()
    {
        var floor = await Floor.Open(gateway);
        Listen();
        await floor.Supervision.ListAgentsAsync(new ListAgentsRequest(), Traced(floor.Boss));

        var span = await SpanAsync("supportgrid.v1.SupervisionService/ListAgents");
        Assert.Equal(ActivityKind.Server, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            ("grpc", "supportgrid.v1.SupervisionService", "ListAgents", 0),
            (span.GetTagItem("rpc.system"), span.GetTagItem("rpc.service"), span.GetTagItem("rpc.method"),
                span.GetTagItem("rpc.grpc.status_code")));
    }

    [Fact]
    public async Task Span_OfARefusal_HasItsStatusAndIsNoError()
    {
        var floor = await Floor.Open(gateway);
        Listen();
        var request = new GetInteractionRequest { InteractionId = "nothing-here" };
        await Assert.ThrowsAsync<RpcException>(
            async () => await floor.Supervision.GetInteractionAsync(request, Traced(floor.Boss)));

        var span = await SpanAsync("supportgrid.v1.SupervisionService/GetInteraction");
        Assert.Equal((int)StatusCode.NotFound, span.GetTagItem("rpc.grpc.status_code"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.DoesNotContain(span.TagObjects, static t => t.Value is string text && text.Contains("nothing-here"));
    }

    [Fact]
    public async Task Span_OfAStreamThatTheClientLeft_HasItsStatus()
    {
        var floor = await Floor.Open(gateway);
        Listen();
        using (var line = floor.Supervision.WatchQueue(new WatchQueueRequest { Queue = "general" }, Traced(floor.Boss)))
        {
            await line.Next(static r => r.Synced is not null, "the line");
        }

        var span = await SpanAsync("supportgrid.v1.SupervisionService/WatchQueue");
        Assert.NotNull(span.GetTagItem("rpc.grpc.status_code"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task Span_OfAMethodThatIsNotThere_DoesNotTakeTheNameThatTheCallerWrote()
    {
        Listen();
        var method = new Method<ListAgentsRequest, ListAgentsResponse>(
            MethodType.Unary, "my.card.is.Lost", "Help", Empty<ListAgentsRequest>(), Empty<ListAgentsResponse>());
        var call = gateway.Channel.AsyncUnaryCall(method, null, new CallOptions(Traced([])), new ListAgentsRequest());
        await Assert.ThrowsAsync<RpcException>(async () => await call);

        await Eventually.Holds(() => !_ended.IsEmpty, "the span");
        Assert.All(_ended, static span => Assert.DoesNotContain("Lost", span.DisplayName, StringComparison.Ordinal));
    }

    private static Marshaller<TMessage> Empty<TMessage>()
        where TMessage : class, new() => Marshallers.Create(static (TMessage _) => Array.Empty<byte>(), static _ => new());

    /// <summary>Other tests of this process call at the same time: only what belongs to this trace counts.</summary>
    private void Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent.TraceId == _trace
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (span.TraceId == _trace)
                {
                    _ended.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        _listeners.Add(listener);
    }

    private Metadata Traced(Metadata headers) =>
    [
        .. headers, new Metadata.Entry("traceparent", $"00-{_trace.ToHexString()}-{ActivitySpanId.CreateRandom()}-01"),
    ];

    private async Task<Activity> SpanAsync(string name)
    {
        await Eventually.Holds(() => _ended.Any(s => s.DisplayName == name), $"the span {name}");
        return _ended.Single(s => s.DisplayName == name);
    }
}
