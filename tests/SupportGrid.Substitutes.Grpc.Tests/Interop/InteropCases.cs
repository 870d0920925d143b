using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>
/// The client half of gRPC's interoperability tests: one method per case, sizes as the test plan gives them.
/// </summary>
internal sealed partial class InteropCases(GrpcChannel channel)
{
    private const int RequestBytes = 271_828;
    private const int ResponseBytes = 314_159;

    private static readonly (int Request, int Response)[] PingPongSizes =
        [(27_182, 31_415), (8, 9), (1_828, 2_653), (45_904, 58_979)];

    private readonly TestService.TestServiceClient _client = new(channel);

    public async Task EmptyUnary() => Assert.Equal(new Empty(), await _client.EmptyCallAsync(new Empty()));

    public async Task LargeUnary()
    {
        var response = await _client.UnaryCallAsync(LargeRequest());
        Assert.Equal(ResponseBytes, response.Payload.Body.Length);
        Assert.DoesNotContain(response.Payload.Body, octet => octet != 0);
    }

    public async Task ClientStreaming()
    {
        using var call = _client.StreamingInputCall();
        foreach (var (size, _) in PingPongSizes)
        {
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) });
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(PingPongSizes.Sum(sizes => sizes.Request), (await call).AggregatedPayloadSize);
    }

    public async Task ServerStreaming()
    {
        var request = new StreamingOutputCallRequest();
        request.ResponseParameters.AddRange(PingPongSizes.Select(sizes => new ResponseParameters { Size = sizes.Response }));
        using var call = _client.StreamingOutputCall(request);
        var sizes = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            sizes.Add(response.Payload.Body.Length);
        }

        Assert.Equal(PingPongSizes.Select(expected => expected.Response), sizes);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    public async Task PingPong()
    {
        using var call = _client.FullDuplexCall();
        foreach (var (request, response) in PingPongSizes)
        {
            await call.RequestStream.WriteAsync(DuplexRequest(request, response));
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(response, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    public async Task EmptyStream()
    {
        using var call = _client.FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext().Within());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    public async Task CancelAfterBegin()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.StreamingInputCall(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    public async Task CancelAfterFirstResponse()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(DuplexRequest(27_182, 31_415));
        Assert.True(await call.ResponseStream.MoveNext().Within());
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
    }

    public async Task TimeoutOnSleepingServer()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200);
        using var call = _client.FullDuplexCall(deadline: deadline);
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(27_182) });
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().Within());
        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
    }

    public async Task UnimplementedMethod() =>
        await FailsWithUnimplemented(_client.UnimplementedCallAsync(new Empty()).ResponseAsync);

    public async Task UnimplementedService() => await FailsWithUnimplemented(
        new UnimplementedService.UnimplementedServiceClient(channel).UnimplementedCallAsync(new Empty()).ResponseAsync);

    private static async Task FailsWithUnimplemented(Task call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(StatusCode.Unimplemented, exception.StatusCode);
    }

    private static SimpleRequest LargeRequest() =>
        new() { ResponseSize = ResponseBytes, Payload = Zeros(RequestBytes) };

    private static StreamingOutputCallRequest DuplexRequest(int request, int response) => new()
    {
        Payload = Zeros(request),
        ResponseParameters = { new ResponseParameters { Size = response } },
    };

    private static Payload Zeros(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };
}
