using Grpc.Core;
using Grpc.Net.Client;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class CancellationTests
{
    [Fact]
    public async Task Token_CancelledDuringUnaryCall_ServerSeesIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        var (started, cancelled) = Script(probe);
        using var source = new CancellationTokenSource();
        using var call = probe.Client.AskAsync(new ProbeRequest(), cancellationToken: source.Token);
        await started.Task.Within();

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        await cancelled.Task.Within("the handler's token");
    }

    [Fact]
    public async Task Call_DisposedWhileStreaming_ServerSeesIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        var cancelled = new TaskCompletionSource();
        probe.Script.Watch = async (_, responses, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            await responses.WriteAsync(new ProbeReply());
            await cancelled.Task;
        };
        using (var call = probe.Client.Watch(new ProbeRequest()))
        {
            Assert.True(await call.ResponseStream.MoveNext());
        }

        await cancelled.Task.Within("the handler's token");
    }

    [Fact]
    public async Task Write_AfterClientLeft_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var failure = new TaskCompletionSource<Exception>();
        probe.Script.Watch = async (_, responses, _) =>
        {
            try
            {
                while (true)
                {
                    await responses.WriteAsync(new ProbeReply { Text = "tick" });
                    await Task.Yield();
                }
            }
            catch (Exception exception)
            {
                failure.SetResult(exception);
            }
        };
        using (var call = probe.Client.Watch(new ProbeRequest()))
        {
            Assert.True(await call.ResponseStream.MoveNext());
        }

        Assert.IsType<OperationCanceledException>(await failure.Task.Within());
    }

    [Fact]
    public async Task Call_HandlerThrowsForItsTokenBeforeItIsCancelled_IsNoError()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = (_, context) => throw new OperationCanceledException("Gone.", context.CancellationToken);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(new ProbeRequest()));

        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.Empty(probe.Host.Logs.Errors);
    }

    [Fact]
    public async Task Token_OptionToThrowOperationCanceled_IsHonoured()
    {
        await using var probe = await ProbeHost.StartAsync();
        var (started, _) = Script(probe);
        var client = probe.ClientWith(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        using var source = new CancellationTokenSource();
        using var call = client.AskAsync(new ProbeRequest(), cancellationToken: source.Token);
        await started.Task.Within();

        await source.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.IsType<RpcException>(exception.InnerException);
    }

    [Fact]
    public async Task Token_CancelledBeforeTheCall_NothingIsSent()
    {
        await using var probe = await ProbeHost.StartAsync();
        var (started, _) = Script(probe);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await probe.Client.AskAsync(
            new ProbeRequest(), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.False(started.Task.IsCompleted);
    }

    [Fact]
    public async Task MoveNext_TokenCancelled_EndsTheCall()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        using var call = probe.Client.Watch(new ProbeRequest());
        using var source = new CancellationTokenSource();
        var next = call.ResponseStream.MoveNext(source.Token);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(() => next.Within());
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
    }

    [Fact]
    public async Task Handler_EndsByCancellation_IsNotLoggedAsError()
    {
        await using var probe = await ProbeHost.StartAsync();
        var ended = new TaskCompletionSource();
        probe.Script.Watch = async (_, responses, context) =>
        {
            try
            {
                await responses.WriteAsync(new ProbeReply());
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        };
        using (var call = probe.Client.Watch(new ProbeRequest()))
        {
            Assert.True(await call.ResponseStream.MoveNext());
        }

        await ended.Task.Within();
        await probe.Client.AskAsync(new ProbeRequest());
        Assert.Empty(probe.Host.Logs.Errors);
    }

    private static (TaskCompletionSource Started, TaskCompletionSource Cancelled) Script(ProbeHost probe)
    {
        var (started, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        probe.Script.Ask = async (_, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
            return new ProbeReply();
        };
        return (started, cancelled);
    }
}
