using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class CompressionTests
{
    private static readonly ProbeRequest Long = new() { Text = new string('a', 10_000) };

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Response_ClientAcceptsEncoding_IsCompressed(string encoding)
    {
        await using var probe = await ProbeHost.StartAsync(options => options.ResponseCompressionAlgorithm = encoding);

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame(Long.ToByteArray()), headers: ("grpc-accept-encoding", $"identity, {encoding}"));

        Assert.Equal(encoding, answer.Header("grpc-encoding"));
        Assert.Equal(1, answer.Body[0]);
        Assert.InRange(answer.Body.Length, 6, 1_000);
        Assert.Equal(Long.Text, (await probe.Client.AskAsync(Long)).Text);
    }

    [Fact]
    public async Task Response_ClientDoesNotAcceptEncoding_IsPlain()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame(Long.ToByteArray()));

        Assert.Null(answer.Header("grpc-encoding"));
        Assert.Equal(0, answer.Body[0]);
    }

    [Fact]
    public async Task Response_NoCompressFlag_IsPlainWithinACompressedCall()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        probe.Script.Ask = (request, context) =>
        {
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            return Task.FromResult(new ProbeReply { Text = request.Text });
        };

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame(Long.ToByteArray()), headers: ("grpc-accept-encoding", "gzip"));

        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        Assert.Equal(0, answer.Body[0]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Request_CompressedByOurClient_IsUnderstood(string encoding)
    {
        await using var probe = await ProbeHost.StartAsync();
        var headers = new Metadata { { "grpc-internal-encoding-request", encoding } };
        var named = new TaskCompletionSource<string?>();
        probe.Script.Ask = (request, context) =>
        {
            named.SetResult(context.RequestHeaders.GetValue("grpc-encoding"));
            Assert.Null(context.RequestHeaders.Get("grpc-internal-encoding-request"));
            return Task.FromResult(new ProbeReply { Text = request.Text });
        };

        var reply = await probe.Client.AskAsync(Long, headers);

        Assert.Equal(Long.Text, reply.Text);
        Assert.Equal(encoding, await named.Task.Within());
    }

    [Fact]
    public async Task Request_EncodingUnknownToServer_IsUnimplementedAndNamesTheKnownOnes()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame([1, 2, 3], flag: 1), headers: ("grpc-encoding", "snappy"));

        Assert.Equal((int)StatusCode.Unimplemented, answer.Status);
        Assert.Equal("identity,gzip,deflate", answer.Header("grpc-accept-encoding"));
    }

    [Fact]
    public async Task Request_CompressedWithoutEncoding_IsInternal()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame(Gzip(Long.ToByteArray()), flag: 1));

        Assert.Equal((int)StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task Request_CorruptGzip_IsInternal()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame([1, 2, 3], flag: 1), headers: ("grpc-encoding", "gzip"));

        Assert.Equal((int)StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task Request_CompressionBomb_IsStoppedAtTheLimit()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.MaxReceiveMessageSize = 1024 * 1024);
        var bomb = Gzip(new byte[32 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 1, 1024 * 1024);

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame(bomb, flag: 1), headers: ("grpc-encoding", "gzip"));

        Assert.Equal((int)StatusCode.ResourceExhausted, answer.Status);
    }

    [Fact]
    public async Task Request_EndlessDecompression_ReadsNoFurtherThanTheLimit()
    {
        var endless = new EndlessProvider();
        await using var probe = await ProbeHost.StartAsync(options =>
        {
            options.MaxReceiveMessageSize = 100_000;
            options.CompressionProviders = [endless];
        });

        var answer = await RawCall.PostAsync(
            probe.Address, RawCall.Frame([1], flag: 1), headers: ("grpc-encoding", "endless"));

        Assert.Equal((int)StatusCode.ResourceExhausted, answer.Status);
        Assert.InRange(endless.BytesRead, 100_000, 400_000);
    }

    [Fact]
    public async Task Client_EncodingUnknownToChannel_Throws()
    {
        await using var probe = await ProbeHost.StartAsync();
        var headers = new Metadata { { "grpc-internal-encoding-request", "snappy" } };

        Assert.Throws<InvalidOperationException>(() => probe.Client.AskAsync(Long, headers));
    }

    [Fact]
    public async Task Server_AlgorithmWithoutProvider_FailsWhenMapped() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ProbeHost.StartAsync(options => options.ResponseCompressionAlgorithm = "snappy"));

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }
}
