using System.Net;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class LimitTests
{
    private const int DefaultLimit = 4 * 1024 * 1024;

    [Fact]
    public async Task Request_OverTheDefaultLimit_IsResourceExhausted()
    {
        await using var probe = await ProbeHost.StartAsync();

        await Exhausts(probe.Client, DefaultLimit + 1);
    }

    [Fact]
    public async Task Request_PrefixOverTheLimit_IsRefusedWhileTheBodyIsStillMissing()
    {
        await using var probe = await ProbeHost.StartAsync();
        var body = new HeldBody(RawCall.Frame([], length: 5 * 1024 * 1024));

        var answer = await RawCall.SendAsync(
            probe.Address, body, "/supportgrid.probe.Probe/Ask", "application/grpc", HttpVersion.Version20);

        Assert.Equal((int)StatusCode.ResourceExhausted, answer.Status);
        body.Release();
    }

    [Fact]
    public async Task Request_LimitOfTheService_ReplacesThatOfAllServices()
    {
        await using var probe = await ProbeHost.StartAsync(
            options => options.MaxReceiveMessageSize = 10,
            services => services.Configure<GrpcServiceOptions<ProbeService>>(own => own.MaxReceiveMessageSize = null));
        var channel = new GrpcChannelOptions { MaxReceiveMessageSize = null };

        var reply = await probe.ClientWith(channel).AskAsync(Sized(DefaultLimit + 1));

        Assert.Equal(DefaultLimit + 1, reply.Body.Length);
    }

    [Fact]
    public async Task Response_OverTheServersLimit_IsResourceExhausted()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.MaxSendMessageSize = 100);

        await Exhausts(probe.Client, 200);
    }

    [Fact]
    public async Task Response_OverTheClientsLimit_IsResourceExhausted()
    {
        await using var probe = await ProbeHost.StartAsync();

        await Exhausts(probe.ClientWith(new GrpcChannelOptions { MaxReceiveMessageSize = 100 }), 200);
    }

    [Fact]
    public async Task Request_OverTheClientsLimit_IsResourceExhaustedAndNotSent()
    {
        await using var probe = await ProbeHost.StartAsync();
        var asked = false;
        probe.Script.Ask = (_, _) =>
        {
            asked = true;
            return Task.FromResult(new ProbeReply());
        };

        await Exhausts(probe.ClientWith(new GrpcChannelOptions { MaxSendMessageSize = 100 }), 200);

        Assert.False(asked);
    }

    [Fact]
    public async Task StreamMessage_OverTheLimit_EndsTheStreamAfterTheGoodOnes()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.MaxSendMessageSize = 100);
        probe.Script.Watch = async (_, responses, _) =>
        {
            await responses.WriteAsync(new ProbeReply { Text = "good" });
            await responses.WriteAsync(new ProbeReply { Body = ByteString.CopyFrom(new byte[200]) });
        };
        using var call = probe.Client.Watch(new ProbeRequest());

        Assert.True(await call.ResponseStream.MoveNext());
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(70_000)]
    [InlineData(3_000_000)]
    public async Task Message_OfAnySize_ArrivesWhole(int size)
    {
        await using var probe = await ProbeHost.StartAsync();
        var request = new ProbeRequest { Body = ByteString.CopyFrom([.. Enumerable.Range(0, size).Select(i => (byte)i)]) };

        Assert.Equal(request.Body, (await probe.Client.AskAsync(request)).Body);
    }

    private static async Task Exhausts(Probe.ProbeClient client, int size)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(Sized(size)));
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
    }

    private static ProbeRequest Sized(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
