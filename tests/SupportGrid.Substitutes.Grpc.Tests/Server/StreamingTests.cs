using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class StreamingTests
{
    [Fact]
    public async Task ServerStream_ManyMessages_ArriveInOrder()
    {
        await using var probe = await ProbeHost.StartAsync();
        using var call = probe.Client.Watch(new ProbeRequest { Text = "n", Count = 10_000 });
        var expected = 0;

        await foreach (var reply in call.ResponseStream.ReadAllAsync())
        {
            Assert.Equal($"n{expected++}", reply.Text);
        }

        Assert.Equal(10_000, expected);
    }

    [Fact]
    public async Task ClientStream_ManyMessages_ArriveInOrder()
    {
        await using var probe = await ProbeHost.StartAsync();
        using var call = probe.Client.Collect();
        for (var i = 0; i < 1_000; i++)
        {
            call.RequestStream.WriteOptions = new WriteOptions(i % 10 == 9 ? default : WriteFlags.BufferHint);
            await call.RequestStream.WriteAsync(new ProbeRequest { Text = $"{i}" });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal(string.Join(',', Enumerable.Range(0, 1_000)), (await call).Text);
    }

    [Fact]
    public async Task Write_ClientDoesNotRead_WaitsUntilItDoes()
    {
        await using var probe = await ProbeHost.StartAsync();
        const int Total = 400;
        var written = 0;
        probe.Script.Watch = async (_, responses, _) =>
        {
            var body = ByteString.CopyFrom(new byte[100_000]);
            for (; written < Total; written++)
            {
                await responses.WriteAsync(new ProbeReply { Body = body });
            }
        };
        using var call = probe.Client.Watch(new ProbeRequest());
        Assert.True(await call.ResponseStream.MoveNext());

        // What the pipes and windows hold is far less than the 40 MB of the stream.
        var last = -1;
        var looks = 0;
        await Eventually.Holds(
            () =>
            {
                looks = last == Volatile.Read(ref written) ? looks + 1 : 0;
                last = Volatile.Read(ref written);
                return Task.FromResult(looks == 20);
            },
            "the writer to stand still");
        Assert.InRange(last, 1, Total - 1);

        var read = 1;
        while (await call.ResponseStream.MoveNext())
        {
            read++;
        }

        Assert.Equal((Total, Total), (read, written));
    }

    [Fact]
    public async Task Write_WithBufferHint_ArrivesAtTheEndAtLatest()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = async (_, responses, _) =>
        {
            responses.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
            for (var i = 0; i < 5_000; i++)
            {
                await responses.WriteAsync(new ProbeReply { Text = "hinted" });
            }
        };
        using var call = probe.Client.Watch(new ProbeRequest());

        Assert.Equal(5_000, await call.ResponseStream.ReadAllAsync().CountAsync());
    }

    [Fact]
    public async Task Write_WhileAnotherRuns_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var failure = new TaskCompletionSource<Exception?>();
        probe.Script.Watch = async (_, responses, _) =>
        {
            var body = ByteString.CopyFrom(new byte[3_000_000]);
            var first = responses.WriteAsync(new ProbeReply { Body = body });
            failure.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(new ProbeReply())));
            await first;
        };
        using var call = probe.Client.Watch(new ProbeRequest());

        Assert.IsType<InvalidOperationException>(await failure.Task.Within());
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Write_AfterTheHandlerEnded_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        IServerStreamWriter<ProbeReply>? kept = null;
        probe.Script.Watch = (_, responses, _) =>
        {
            kept = responses;
            return Task.CompletedTask;
        };
        using var call = probe.Client.Watch(new ProbeRequest());
        Assert.False(await call.ResponseStream.MoveNext());

        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.WriteAsync(new ProbeReply()));
    }

    [Fact]
    public async Task Write_NotAwaitedByTheHandler_StillArrives()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Watch = (_, responses, _) =>
        {
            _ = responses.WriteAsync(new ProbeReply { Body = ByteString.CopyFrom(new byte[3_000_000]) });
            return Task.CompletedTask;
        };
        using var call = probe.Client.Watch(new ProbeRequest());

        Assert.True(await call.ResponseStream.MoveNext().Within());
        Assert.False(await call.ResponseStream.MoveNext().Within());
    }

    [Fact]
    public async Task Duplex_ServerEndsFirst_ClientSeesTheStatusOnBothSides()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Talk = (_, _, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, "not you"));
        using var call = probe.Client.Talk();

        var read = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        var write = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new ProbeRequest()));

        Assert.Equal(StatusCode.PermissionDenied, read.StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, write.StatusCode);
    }

    [Fact]
    public async Task ClientStream_ServerEndsFirst_WriterSeesTheStatus()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Collect = (_, _) => throw new RpcException(new Status(StatusCode.FailedPrecondition, "closed"));
        using var call = probe.Client.Collect();

        var write = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
            {
                await call.RequestStream.WriteAsync(new ProbeRequest()).Within();
            }
        });

        Assert.Equal(StatusCode.FailedPrecondition, write.StatusCode);
    }

    [Fact]
    public async Task Writer_UsedAfterComplete_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        using var call = probe.Client.Collect();
        await call.RequestStream.CompleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new ProbeRequest()));
    }

    [Fact]
    public async Task Streams_ManyAtOnce_AllComplete()
    {
        await using var probe = await ProbeHost.StartAsync();
        var client = probe.Client;

        var counts = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var call = client.Watch(new ProbeRequest { Text = $"{i}-", Count = 50 });
            return await call.ResponseStream.ReadAllAsync().CountAsync();
        }));

        Assert.All(counts, count => Assert.Equal(50, count));
    }
}
