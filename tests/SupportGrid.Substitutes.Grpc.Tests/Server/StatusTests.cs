using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;
using Status = Grpc.Core.Status;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class StatusTests
{
    [Fact]
    public async Task Call_HandlerThrowsRpcException_ClientSeesStatusAndTrailers()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = (_, context) =>
        {
            context.ResponseTrailers.Add("from-context", "1");
            throw new RpcException(new Status(StatusCode.NotFound, "no ticket 7"), new Metadata { { "from-exception", "2" } });
        };

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal((StatusCode.NotFound, "no ticket 7"), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal("1", exception.Trailers.GetValue("from-context"));
        Assert.Equal("2", exception.Trailers.GetValue("from-exception"));
    }

    [Fact]
    public async Task Call_RefusedBeforeAnyMessage_IsAnsweredByHeadersOnly()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = (_, _) => throw new RpcException(new Status(StatusCode.Aborted, "50% off — again"));

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]));

        Assert.True(answer.IsTrailersOnly);
        Assert.Equal((int)StatusCode.Aborted, answer.Status);
        Assert.Equal("50%25 off %E2%80%94 again", answer.Message);
    }

    [Fact]
    public async Task Call_Succeeds_StatusComesInTrailers()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]));

        Assert.False(answer.IsTrailersOnly);
        Assert.Equal(0, answer.Status);
        Assert.Equal(RawCall.Frame([]), answer.Body);
        Assert.Equal("application/grpc", answer.ContentType);
    }

    [Fact]
    public async Task Call_HandlerSetsStatusOfContext_ClientSeesIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await responses.WriteAsync(new ProbeReply { Text = "partial" });
            context.Status = new Status(StatusCode.DataLoss, "cut off");
        };
        using var call = probe.Client.Watch(new ProbeRequest());
        Assert.True(await call.ResponseStream.MoveNext());

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());

        Assert.Equal((StatusCode.DataLoss, "cut off"), (exception.StatusCode, exception.Status.Detail));
    }

    [Fact]
    public async Task Call_UnhandledException_ClientLearnsNothingButServerLogsIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = (_, _) => throw new InvalidDataException("the secret");

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
        Assert.Equal("Exception was thrown by handler.", exception.Status.Detail);
        Assert.Contains(probe.Host.Logs.Errors, text => text.Contains("the secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_UnhandledExceptionWithDetailedErrors_ClientSeesTexts()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.EnableDetailedErrors = true);
        probe.Script.Ask = (_, _) => throw new InvalidDataException("outer", new IOException("inner"));

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal(
            "Exception was thrown by handler. InvalidDataException: outer IOException: inner", exception.Status.Detail);
    }

    [Fact]
    public async Task Call_HandlerReturnsNull_IsCancelled()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = (_, _) => Task.FromResult<ProbeReply>(null!);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal(
            (StatusCode.Cancelled, "No message returned from method."), (exception.StatusCode, exception.Status.Detail));
    }

    [Fact]
    public async Task Call_RichStatus_ArrivesWithItsDetails()
    {
        await using var probe = await ProbeHost.StartAsync();
        var retry = new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) };
        probe.Script.Ask = (_, _) => throw new Google.Rpc.Status
        {
            Code = (int)StatusCode.ResourceExhausted,
            Message = "slow down",
            Details = { Any.Pack(retry) },
        }.ToRpcException();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        var status = exception.GetRpcStatus();
        Assert.Equal((StatusCode.ResourceExhausted, "slow down"), (exception.StatusCode, exception.Status.Detail));
        Assert.NotNull(status);
        Assert.Equal(retry, status.Details.Single().Unpack<RetryInfo>());
    }

    [Fact]
    public void RichStatus_TrailerIsGarbage_IsNullForExceptionsAndThrowsForMetadata()
    {
        var trailers = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, [0xFF, 0xFF, 0xFF] } };
        var exception = new RpcException(new Status(StatusCode.Internal, ""), trailers);

        Assert.Null(exception.GetRpcStatus());
        Assert.Throws<Google.Protobuf.InvalidProtocolBufferException>(() => trailers.GetRpcStatus());
    }
}
