using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class MetadataTests
{
    [Fact]
    public async Task Headers_TextBinaryAndRepeated_ArriveBothWays()
    {
        await using var probe = await ProbeHost.StartAsync();
        probe.Script.Ask = async (_, context) =>
        {
            var echoed = new Metadata();
            foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("echo-", StringComparison.Ordinal)))
            {
                echoed.Add(entry);
                context.ResponseTrailers.Add(entry);
            }

            await context.WriteResponseHeadersAsync(echoed);
            return new ProbeReply();
        };
        var headers = new Metadata
        {
            { "Echo-Text", "a, b" }, { "echo-bytes-bin", [0, 1, 254, 255] }, { "echo-twice", "1" }, { "echo-twice", "2" },
        };

        using var call = probe.Client.AskAsync(new ProbeRequest(), headers);
        await call;

        foreach (var received in new[] { await call.ResponseHeadersAsync, call.GetTrailers() })
        {
            Assert.Equal("a, b", received.GetValue("echo-text"));
            Assert.Equal([0, 1, 254, 255], received.GetValueBytes("echo-bytes-bin")!);
            Assert.Equal("1,2", string.Join(',', received.GetAll("echo-twice").Select(entry => entry.Value.Replace(" ", "", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Headers_BinaryWithoutPaddingAndJoined_AreUnderstood()
    {
        await using var probe = await ProbeHost.StartAsync();
        var values = new TaskCompletionSource<List<byte[]>>();
        probe.Script.Ask = (_, context) =>
        {
            values.SetResult([.. context.RequestHeaders.GetAll("x-bin").Select(entry => entry.ValueBytes)]);
            return Task.FromResult(new ProbeReply());
        };

        await RawCall.PostAsync(probe.Address, RawCall.Frame([]), headers: ("x-bin", "AQ,AQI=, AQID"));

        Assert.Equal([[1], [1, 2], [1, 2, 3]], await values.Task.Within());
    }

    [Fact]
    public async Task ResponseHeaders_SentTwice_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var second = new TaskCompletionSource<Exception?>();
        probe.Script.Ask = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            second.SetResult(await Record.ExceptionAsync(() => context.WriteResponseHeadersAsync([])));
            return new ProbeReply();
        };

        await probe.Client.AskAsync(new ProbeRequest());

        Assert.IsType<InvalidOperationException>(await second.Task.Within());
    }

    [Fact]
    public async Task ResponseHeaders_SentEarly_ArriveBeforeTheFirstMessage()
    {
        await using var probe = await ProbeHost.StartAsync();
        var release = new TaskCompletionSource();
        probe.Script.Watch = async (_, responses, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "revision", "7" } });
            await release.Task;
            await responses.WriteAsync(new ProbeReply());
        };
        using var call = probe.Client.Watch(new ProbeRequest());

        var headers = await call.ResponseHeadersAsync.Within();

        Assert.Equal("7", headers.GetValue("revision"));
        release.SetResult();
        Assert.True(await call.ResponseStream.MoveNext());
    }

    [Theory]
    [InlineData("a b", "x")]
    [InlineData("", "x")]
    [InlineData("ä", "x")]
    [InlineData("key-bin", "x")]
    [InlineData("key", "line\r\nx-evil: 1")]
    [InlineData("key", "ü")]
    public void Entry_Malformed_IsRefused(string key, string value) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, value));

    [Fact]
    public void Entry_BytesUnderTextKey_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", [1]));

    [Fact]
    public void Metadata_SeveralEntries_LastOneWinsInGet()
    {
        var metadata = new Metadata { { "k", "1" }, { "K", "2" } };

        Assert.Equal("2", metadata.GetValue("k"));
        Assert.Equal(2, metadata.GetAll("K").Count());
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("k", "v"));
    }

    [Fact]
    public async Task Context_AsksAboutTheCall_GetsItsFacts()
    {
        await using var probe = await ProbeHost.StartAsync();
        var facts = new TaskCompletionSource<(string Method, string Host, string Peer, bool Authenticated)>();
        probe.Script.Ask = (_, context) =>
        {
            facts.SetResult((context.Method, context.Host, context.Peer, context.AuthContext.IsPeerAuthenticated));
            return Task.FromResult(new ProbeReply());
        };

        await probe.Client.AskAsync(new ProbeRequest());

        var (method, host, peer, authenticated) = await facts.Task.Within();
        Assert.Equal("/supportgrid.probe.Probe/Ask", method);
        Assert.Equal(probe.Address.Authority, host);
        Assert.StartsWith("ipv4:127.0.0.1:", peer, StringComparison.Ordinal);
        Assert.False(authenticated);
    }
}
