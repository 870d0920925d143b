using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Client;

public sealed class FailureTests
{
    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(418, StatusCode.Unknown)]
    public async Task Answer_HttpError_BecomesStatus(int http, StatusCode expected)
    {
        var exception = await FailAsync(context => context.Response.StatusCode = http);

        Assert.Equal(expected, exception.StatusCode);
        Assert.Contains($"{http}", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_HttpErrorWithGrpcStatus_GrpcStatusWins()
    {
        var exception = await FailAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.GrpcStatus = "9";
        });

        Assert.Equal(StatusCode.FailedPrecondition, exception.StatusCode);
    }

    [Fact]
    public async Task Answer_NoGrpcContent_Fails()
    {
        var exception = await FailAsync(context => context.Response.ContentType = "text/html");

        Assert.Contains("text/html", exception.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithoutStatus_IsUnknown()
    {
        var exception = await FailAsync(context => context.Response.ContentType = "application/grpc");

        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
    }

    [Fact]
    public async Task Answer_OkWithoutMessage_IsInternal()
    {
        var exception = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers.GrpcStatus = "0";
        });

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 1 })]
    [InlineData(new byte[] { 3, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0xFF })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public async Task Answer_BrokenFrame_IsInternal(byte[] body)
    {
        await using var host = await TestHost.StartAsync(app => app.Run(async context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.DeclareTrailer("grpc-status");
            await context.Response.Body.WriteAsync(body);
            context.Response.AppendTrailer("grpc-status", "0");
        }));

        var exception = await AskAsync(host.Channel());

        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Fact]
    public async Task Connection_Refused_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");

        var exception = await AskAsync(channel);

        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
        Assert.NotNull(exception.Status.DebugException);
    }

    [Fact]
    public async Task Stream_ServerResets_IsInternal() =>
        Assert.Equal(StatusCode.Internal, await BreakAsync(context => context.Abort()));

    [Fact]
    public async Task Stream_ConnectionCut_IsUnavailable() => Assert.Equal(
        StatusCode.Unavailable,
        await BreakAsync(context => context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort()));

    [Fact]
    public async Task Channel_Disposed_EndsItsCallsAndAdmitsNoMore()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        var channel = GrpcChannel.ForAddress(probe.Address);
        var client = new Probe.ProbeClient(channel);
        using var call = client.Watch(new ProbeRequest());
        var next = call.ResponseStream.MoveNext();

        channel.Dispose();

        var exception = await Assert.ThrowsAsync<RpcException>(() => next.Within());
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.Throws<ObjectDisposedException>(() => { _ = client.AskAsync(new ProbeRequest()); });
        Assert.Throws<ObjectDisposedException>(() => channel.CreateCallInvoker());
    }

    /// <summary>The status a stream ends with when it breaks after its first message.</summary>
    private static async Task<StatusCode> BreakAsync(Action<HttpContext> breakOff)
    {
        await using var probe = await ProbeHost.StartAsync();
        var read = new TaskCompletionSource();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await responses.WriteAsync(new ProbeReply());
            await read.Task;
            breakOff(context.GetHttpContext());
        };
        using var call = probe.Client.Watch(new ProbeRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        read.SetResult();

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().Within());
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        return exception.StatusCode;
    }

    private static async Task<RpcException> FailAsync(Action<HttpContext> answer)
    {
        await using var host = await TestHost.StartAsync(app => app.Run(context =>
        {
            answer(context);
            return Task.CompletedTask;
        }));
        return await AskAsync(host.Channel());
    }

    private static async Task<RpcException> AskAsync(GrpcChannel channel) => await Assert.ThrowsAsync<RpcException>(
        async () => await new Probe.ProbeClient(channel).AskAsync(new ProbeRequest()));
}
