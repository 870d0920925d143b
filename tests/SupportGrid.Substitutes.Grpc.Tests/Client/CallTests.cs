using Grpc.Core;
using Grpc.Net.Client;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Client;

public sealed class CallTests
{
    [Fact]
    public async Task BlockingCall_Answered_ReturnsTheResponse()
    {
        await using var probe = await ProbeHost.StartAsync();
        var client = probe.Client;

        Assert.Equal("b", (await Task.Run(() => client.Ask(new ProbeRequest { Text = "b" }))).Text);
    }

    [Fact]
    public async Task Status_AskedBeforeTheEnd_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var release = new TaskCompletionSource();
        probe.Script.Ask = async (_, _) =>
        {
            await release.Task;
            return new ProbeReply();
        };
        using var call = probe.Client.AskAsync(new ProbeRequest());

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
        release.SetResult();
        await call;
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ResponseHeaders_CallFails_FailToo()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        var call = probe.Client.Watch(new ProbeRequest());
        var headers = call.ResponseHeadersAsync;

        call.Dispose();

        var exception = await Assert.ThrowsAsync<RpcException>(() => headers.Within());
        Assert.Equal((StatusCode.Cancelled, "gRPC call disposed."), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task MoveNext_AfterTheEnd_StaysFalse()
    {
        await using var probe = await ProbeHost.StartAsync();
        using var call = probe.Client.Watch(new ProbeRequest());

        Assert.False(await call.ResponseStream.MoveNext());
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Throws<InvalidOperationException>(() => call.ResponseStream.Current);
    }

    [Fact]
    public async Task MoveNext_WhileAnotherRuns_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        using var call = probe.Client.Watch(new ProbeRequest());
        var first = call.ResponseStream.MoveNext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext());
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task WithHost_ServerSeesThatAuthority()
    {
        await using var probe = await ProbeHost.StartAsync();
        var host = new TaskCompletionSource<string>();
        probe.Script.Ask = (_, context) =>
        {
            host.SetResult(context.Host);
            return Task.FromResult(new ProbeReply());
        };

        await probe.Client.WithHost("support.example").AskAsync(new ProbeRequest());

        Assert.Equal("support.example", await host.Task.Within());
    }

    [Fact]
    public async Task Client_WithoutChannel_SaysSo()
    {
        var client = new ChannellessClient();

        await Assert.ThrowsAsync<NotImplementedException>(async () => await client.AskAsync(new ProbeRequest()));
    }

    [Fact]
    public async Task Channel_GivenHttpClient_UsesIt()
    {
        await using var probe = await ProbeHost.StartAsync();
        using var http = new HttpClient();
        using (var channel = GrpcChannel.ForAddress(probe.Address, new GrpcChannelOptions { HttpClient = http }))
        {
            Assert.Equal("h", (await new Probe.ProbeClient(channel).AskAsync(new ProbeRequest { Text = "h" })).Text);
        }

        // The channel does not own the client: it still works.
        using var again = GrpcChannel.ForAddress(probe.Address, new GrpcChannelOptions { HttpClient = http });
        await new Probe.ProbeClient(again).AskAsync(new ProbeRequest());
    }

    [Fact]
    public async Task Calls_MoreThanAConnectionAllows_AllSucceed()
    {
        await using var probe = await ProbeHost.StartAsync();
        var arrived = 0;
        var release = new TaskCompletionSource();
        probe.Script.Ask = async (_, _) =>
        {
            Interlocked.Increment(ref arrived);
            await release.Task;
            return new ProbeReply();
        };
        var client = probe.Client;

        var calls = Enumerable.Range(0, 150).Select(_ => client.AskAsync(new ProbeRequest()).ResponseAsync).ToList();

        // A Kestrel connection admits a hundred streams: the others need a second connection.
        await Eventually.Holds(() => Volatile.Read(ref arrived) == 150, "150 calls to run at once");
        release.SetResult();
        await Task.WhenAll(calls).Within();
    }

    private sealed class ChannellessClient : Probe.ProbeClient;
}
