using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Web;

public sealed class GrpcWebTests
{
    private const string Ask = "/supportgrid.probe.Probe/Ask";
    private const string Watch = "/supportgrid.probe.Probe/Watch";

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Client_UnaryCall_IsAnswered(GrpcWebMode mode)
    {
        await using var probe = await StartAsync();
        using var channel = WebChannel(probe, mode);
        var body = ByteString.CopyFrom([.. Enumerable.Range(0, 100_001).Select(i => (byte)i)]);

        var reply = await new Probe.ProbeClient(channel).AskAsync(new ProbeRequest { Text = "web", Body = body });

        Assert.Equal(("web", body), (reply.Text, reply.Body));
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Client_ServerStream_ArrivesMessageByMessage(GrpcWebMode mode)
    {
        await using var probe = await StartAsync();
        var seen = new SemaphoreSlim(0);
        probe.Script.Watch = async (request, responses, _) =>
        {
            for (var i = 0; i < request.Count; i++)
            {
                await responses.WriteAsync(new ProbeReply { Text = $"{i}" });
                await seen.WaitAsync();
            }
        };
        using var channel = WebChannel(probe, mode);
        using var call = new Probe.ProbeClient(channel).Watch(new ProbeRequest { Count = 20 });

        for (var i = 0; i < 20; i++)
        {
            Assert.True(await call.ResponseStream.MoveNext().Within());
            Assert.Equal($"{i}", call.ResponseStream.Current.Text);
            seen.Release();
        }

        Assert.False(await call.ResponseStream.MoveNext().Within());
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task Client_CallFails_SeesStatusAndTrailers(GrpcWebMode mode)
    {
        await using var probe = await StartAsync();
        probe.Script.Ask = (_, _) => throw new RpcException(
            new Status(StatusCode.OutOfRange, "zu groß: 5"), new Metadata { { "limit", "4" }, { "raw-bin", [1, 2] } });
        using var channel = WebChannel(probe, mode);

        var exception = await Assert.ThrowsAsync<RpcException>(
            async () => await new Probe.ProbeClient(channel).AskAsync(new ProbeRequest()));

        Assert.Equal((StatusCode.OutOfRange, "zu groß: 5"), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal("4", exception.Trailers.GetValue("limit"));
        Assert.Equal([1, 2], exception.Trailers.GetValueBytes("raw-bin")!);
    }

    [Fact]
    public async Task Answer_Binary_EndsWithATrailersFrame()
    {
        await using var probe = await StartAsync();

        var answer = await PostAsync(probe, Ask, RawCall.Frame([]), "application/grpc-web+proto");

        Assert.Equal("application/grpc-web+proto", answer.ContentType);
        Assert.Equal([.. RawCall.Frame([]), .. TrailersFrame("grpc-status: 0\r\n")], answer.Body);
    }

    [Fact]
    public async Task Answer_Text_IsBase64PieceByPiece()
    {
        await using var probe = await StartAsync();
        var request = Convert.ToBase64String(RawCall.Frame(new ProbeRequest { Text = "t", Count = 2 }.ToByteArray()));

        var answer = await PostAsync(probe, Watch, Encoding.ASCII.GetBytes(request), "application/grpc-web-text");

        Assert.Equal("application/grpc-web-text", answer.ContentType);
        Assert.Equal(
            [
                .. RawCall.Frame(new ProbeReply { Text = "t0" }.ToByteArray()),
                .. RawCall.Frame(new ProbeReply { Text = "t1" }.ToByteArray()),
                .. TrailersFrame("grpc-status: 0\r\n"),
            ],
            Decode(answer.Body));
    }

    [Fact]
    public async Task Answer_Failure_HasItsStatusInTheBodyToo()
    {
        await using var probe = await StartAsync();
        probe.Script.Ask = (_, _) => throw new RpcException(new Status(StatusCode.NotFound, "gone"));

        var answer = await PostAsync(probe, Ask, RawCall.Frame([]), "application/grpc-web");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal(TrailersFrame("grpc-status: 5\r\ngrpc-message: gone\r\n"), answer.Body);
    }

    [Theory]
    [InlineData("!!!!")]
    [InlineData("AAAAAA")]
    [InlineData("AAAAAAA=AA=A")]
    public async Task Request_TextThatIsNoBase64_IsTheClientsError(string text)
    {
        await using var probe = await StartAsync();

        var answer = await PostAsync(probe, Ask, Encoding.ASCII.GetBytes(text), "application/grpc-web-text");

        Assert.Contains("grpc-status: 13", Encoding.ASCII.GetString(Decode(answer.Body)), StringComparison.Ordinal);
        Assert.Empty(probe.Host.Logs.Errors);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0 })]
    [InlineData(new byte[] { 0x80, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0x0B })]
    public async Task Request_BrokenFrameOrMessage_IsTheClientsError(byte[] body)
    {
        await using var probe = await StartAsync();

        var answer = await PostAsync(probe, Ask, body, "application/grpc-web");

        Assert.Contains("grpc-status: 13", Encoding.ASCII.GetString(answer.Body), StringComparison.Ordinal);
        Assert.Empty(probe.Host.Logs.Errors);
    }

    [Fact]
    public async Task Service_WithWebDisabled_Is415()
    {
        await using var host = await TestHost.StartAsync(
            app =>
            {
                app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
                app.MapGrpcService<ProbeService>().DisableGrpcWeb();
            },
            services => services.AddSingleton<ProbeScript>());

        var answer = await RawCall.SendAsync(
            host.WebAddress, new ByteArrayContent(RawCall.Frame([])), Ask, "application/grpc-web", HttpVersion.Version11);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.HttpStatus);
    }

    [Fact]
    public async Task Service_WithWebEnabledByItself_IsServedOverHttp2Too()
    {
        await using var host = await TestHost.StartAsync(
            app =>
            {
                app.UseGrpcWeb();
                app.MapGrpcService<ProbeService>().EnableGrpcWeb();
            },
            services => services.AddSingleton<ProbeScript>());

        var answer = await RawCall.SendAsync(
            host.Address, new ByteArrayContent(RawCall.Frame([])), Ask, "application/grpc-web", HttpVersion.Version20);

        Assert.Equal([.. RawCall.Frame([]), .. TrailersFrame("grpc-status: 0\r\n")], answer.Body);
    }

    [Fact]
    public async Task Call_ToUnknownMethod_IsUnimplementedInTheBody()
    {
        await using var probe = await StartAsync();

        var answer = await PostAsync(probe, "/no.such.Service/Ask", RawCall.Frame([]), "application/grpc-web");

        Assert.Equal(TrailersFrame("grpc-status: 12\r\ngrpc-message: Service is unimplemented.\r\n"), answer.Body);
    }

    private static Task<ProbeHost> StartAsync() =>
        ProbeHost.StartAsync(pipeline: app => app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true }));

    private static GrpcChannel WebChannel(ProbeHost probe, GrpcWebMode mode) => GrpcChannel.ForAddress(
        probe.Host.WebAddress,
        new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(mode, new SocketsHttpHandler()),
            DisposeHttpClient = true,
        });

    private static Task<RawAnswer> PostAsync(ProbeHost probe, string path, byte[] body, string contentType) =>
        RawCall.SendAsync(probe.Host.WebAddress, new ByteArrayContent(body), path, contentType, HttpVersion.Version11);

    private static byte[] TrailersFrame(string text) => RawCall.Frame(Encoding.ASCII.GetBytes(text), flag: 0x80);

    private static byte[] Decode(byte[] text)
    {
        // Pieces are padded one by one, so they are decoded group by group.
        var decoded = new List<byte>();
        foreach (var group in Encoding.ASCII.GetString(text).Chunk(4))
        {
            decoded.AddRange(Convert.FromBase64CharArray(group, 0, group.Length));
        }

        return [.. decoded];
    }
}
